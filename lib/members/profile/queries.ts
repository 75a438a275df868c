import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { Profile } from "./schemas.ts";

export async function getProfile({ organizationId, memberId }: MemberActor): Promise<Profile> {
  const [profile] = await db
    .select({
      name: members.name,
      jobTitle: members.jobTitle,
      alias: members.alias,
      boardName: members.boardName,
    })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.id, memberId)));
  if (!profile) throw new DomainError("not_found");
  return profile;
}
