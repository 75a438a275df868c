import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import { type Actor, systemActor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { getRulesRoom } from "../rule-sets/queries.ts";
import type { PublishedRules } from "../rule-sets/schemas.ts";

export type Methodology = {
  organizationName: string;
  accentColor: string;
  smallestGroup: number;
  isPublic: boolean;
  current: PublishedRules;
  earlier: PublishedRules[];
};

/**
 * How an organization gives points, for its members, and for everybody where it wants that.
 * @throws DomainError `not_found` for strangers where it does not, and for an organization that is not there
 */
export async function getMethodology(slug: string, viewer: Actor | null): Promise<Methodology> {
  const [organization] = await db.select().from(organizations).where(eq(organizations.slug, slug));
  if (!organization) throw new DomainError("not_found");
  if (!organization.publishesMethodology && viewer?.organizationId !== organization.id)
    throw new DomainError("not_found");
  const { current, earlier } = await getRulesRoom(systemActor(organization.id, "methodology"));
  return {
    organizationName: organization.name,
    accentColor: organization.accentColor,
    smallestGroup: organization.smallestGroup,
    isPublic: organization.publishesMethodology,
    current,
    earlier,
  };
}
