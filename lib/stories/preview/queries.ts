import { and, desc, eq, notInArray, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { comparableAddress } from "#lib/comparable-address.ts";
import { canCurate } from "../policy.ts";
import type { LinkPreview } from "./schemas.ts";

/** A story, not archived or rejected, that leads to one of these addresses. Its title is for those who may see it. */
export async function findDuplicate(
  actor: MemberActor,
  addresses: readonly string[],
): Promise<LinkPreview["duplicate"]> {
  const wanted = new Set(addresses.map(comparableAddress));
  const hosts = [...new Set(addresses.map((address) => new URL(address).host.replace(/^www\./, "")))];
  const onHost = hosts.map(
    (host) =>
      sql`(position(${host} in ${stories.url}) > 0 or position(${host} in ${stories.canonicalUrl}) > 0)`,
  );
  const candidates = await db
    .select({
      id: stories.id,
      title: stories.title,
      url: stories.url,
      canonicalUrl: stories.canonicalUrl,
      suggestedById: stories.suggestedById,
    })
    .from(stories)
    .where(
      and(
        eq(stories.organizationId, actor.organizationId),
        eq(stories.kind, "link"),
        notInArray(stories.state, ["archived", "rejected"]),
        or(...onHost),
      ),
    )
    .orderBy(desc(stories.id))
    .limit(500);
  const same = candidates.find((story) =>
    [story.url, story.canonicalUrl].some((address) => address && wanted.has(comparableAddress(address))),
  );
  if (!same) return null;
  const maySee = canCurate(actor) || same.suggestedById === actor.memberId;
  return maySee ? { storyId: same.id, title: same.title } : { storyId: null, title: null };
}
