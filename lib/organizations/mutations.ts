import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageOrganization } from "./policy.ts";
import { findClaimedDomain, getOrganizationSettings } from "./queries.ts";
import type { OrganizationSettings } from "./schemas.ts";

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
