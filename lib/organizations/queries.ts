import { and, arrayOverlaps, eq, ne } from "drizzle-orm";
import { connection, db } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { env } from "#lib/env.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canSendMail } from "#lib/mail.ts";
import packageJson from "#package.json" with { type: "json" };
import { canManageOrganization } from "./policy.ts";
import type { OrganizationSettings } from "./schemas.ts";

/** The settings that any member's pages need: disclosure, UTM, time zone and so on. */
export async function getOrganizationSettings({ organizationId }: Actor): Promise<OrganizationSettings> {
  const [settings] = await db
    .select({
      name: organizations.name,
      accentColor: organizations.accentColor,
      timeZone: organizations.timeZone,
      disclosure: organizations.disclosure,
      requiresDisclosure: organizations.requiresDisclosure,
      allowsSelfApproval: organizations.allowsSelfApproval,
      emailDomains: organizations.emailDomains,
      utmSource: organizations.utmSource,
      utmMedium: organizations.utmMedium,
      utmCampaign: organizations.utmCampaign,
      staggerShares: organizations.staggerShares,
      staggerMinutes: organizations.staggerMinutes,
      boardMode: organizations.boardMode,
      smallestGroup: organizations.smallestGroup,
      publishesMethodology: organizations.publishesMethodology,
      seasonMonths: organizations.seasonMonths,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!settings) throw new DomainError("not_found");
  return settings;
}

/** A domain of these by which another organization of this Herald lets people in, if there is one. */
export async function findClaimedDomain(
  { organizationId }: Actor,
  domains: string[],
): Promise<string | null> {
  if (domains.length === 0) return null;
  const [other] = await db
    .select({ emailDomains: organizations.emailDomains })
    .from(organizations)
    .where(and(ne(organizations.id, organizationId), arrayOverlaps(organizations.emailDomains, domains)))
    .limit(1);
  return other?.emailDomains.find((domain) => domains.includes(domain)) ?? null;
}

/** How this Herald runs, for the admin page's promise of what is safe here. */
export async function describeInstance(actor: Actor) {
  assertCan(canManageOrganization(actor));
  return {
    version: packageJson.version,
    database: connection().kind,
    hasMail: canSendMail(),
    hasOidc: env.OIDC_ISSUER !== undefined,
    isDemo: env.HERALD_DEMO,
  };
}

export type Instance = Awaited<ReturnType<typeof describeInstance>>;
