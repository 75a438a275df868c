import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { audit } from "#lib/audit/mutations.ts";
import { type Actor, systemActor } from "#lib/auth/actor.ts";
import { nameFromEmail } from "#lib/auth/email-address.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { type NewOrganizationInput, slugOf } from "./new-organization.ts";
import { canManageOrganization } from "./policy.ts";
import { findClaimedDomain, getOrganizationSettings } from "./queries.ts";
import type { OrganizationSettings } from "./schemas.ts";

/** Makes an organization with its first admin, invited. For the operator: no member can do this. */
export async function createOrganization({ name, admin }: NewOrganizationInput): Promise<void> {
  const organizationId = newId();
  const slug = slugOf(name);
  await db.transaction(async (tx) => {
    const made = await tx
      .insert(organizations)
      .values({ id: organizationId, slug, name })
      .onConflictDoNothing()
      .returning();
    if (made.length === 0)
      throw new DomainError("conflict", `There is an organization called ${slug} already.`);
    await tx.insert(members).values({
      organizationId,
      email: admin,
      name: nameFromEmail(admin),
      roles: ["employee", "curator", "admin"],
    });
    await audit(
      tx,
      systemActor(organizationId, "organization:create"),
      "organization.create",
      organizationId,
    );
  });
}

export async function updateOrganization(
  actor: Actor,
  settings: OrganizationSettings,
): Promise<OrganizationSettings> {
  assertCan(canManageOrganization(actor));
  await assertOwnDomains(actor, settings.emailDomains);
  const before = await getOrganizationSettings(actor);

  await db.transaction(async (tx) => {
    await tx.update(organizations).set(settings).where(eq(organizations.id, actor.organizationId));
    await audit(tx, actor, "organization.update", actor.organizationId, {
      changed: changedKeys(before, settings),
    });
  });
  return settings;
}

const publicDomains = new Set([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.com",
  "yahoo.com",
  "icloud.com",
  "proton.me",
  "gmx.de",
  "gmx.net",
  "aol.com",
]);

async function assertOwnDomains(actor: Actor, domains: string[]): Promise<void> {
  const shared = domains.find((domain) => publicDomains.has(domain));
  if (shared)
    throw new DomainError("invalid", `Anybody can have an address at ${shared}, so it cannot let people in.`);
  const claimed = await findClaimedDomain(actor, domains);
  if (claimed)
    throw new DomainError("conflict", `Another organization here already lets people in by ${claimed}.`);
}

function changedKeys(before: OrganizationSettings, after: OrganizationSettings): string[] {
  const keys = Object.keys(after) as (keyof OrganizationSettings)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}
