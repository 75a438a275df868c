import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { Profile, Workplace } from "./schemas.ts";

export async function getProfile({
  organizationId,
  memberId,
}: MemberActor): Promise<{ profile: Profile; workplace: Workplace }> {
  const [found] = await db
    .select({
      profile: {
        name: members.name,
        jobTitle: members.jobTitle,
        alias: members.alias,
        boardName: members.boardName,
        language: members.language,
      },
      workplace: { location: members.location, country: members.country },
    })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.id, memberId)));
  if (!found) throw new DomainError("not_found");
  return found;
}
