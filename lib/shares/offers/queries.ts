import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { captions } from "#db/schema/captions.ts";
import { members } from "#db/schema/members.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { LiveStory } from "#lib/stories/feed/schemas.ts";
import { getReader } from "#lib/stories/live/queries.ts";
import type { CaptionChoice } from "./captions-for.ts";
import { orderOffers } from "./order.ts";

/** So long an opened composer counts as somebody who is about to share. */
const openMs = 3_600_000;
/** So long a team has just used a caption. */
const freshMs = 24 * 3_600_000;

/** Who is offered something: what they read, and whom they sit with. */
export type OfferReader = { language: string; teamId: string | null; audienceIds: string[] };

/** Read before the transaction begins: inside it, only `tx` may ask. */
export const getOfferReader = async (actor: MemberActor): Promise<OfferReader> => {
  const { language, teamId, audienceIds } = await getReader(actor);
  return { language, teamId, audienceIds };
};

/**
 * The story's captions that are meant for the member, in the order in which they are offered. Call it under the story's lock
 * for an offer that nobody else is given at the same moment.
 */
export async function listOffers(
  executor: Executor,
  actor: MemberActor,
  story: Pick<LiveStory, "id" | "language">,
  reader: OfferReader,
): Promise<CaptionChoice[]> {
  const { organizationId } = actor;
  const { audienceIds } = reader;
  const found = await executor
    .select({
      id: captions.id,
      text: captions.text,
      network: captions.network,
      language: captions.language,
      weight: captions.weight,
      position: captions.position,
    })
    .from(captions)
    .where(
      and(
        eq(captions.organizationId, organizationId),
        eq(captions.storyId, story.id),
        or(
          isNull(captions.audienceId),
          audienceIds.length > 0 ? inArray(captions.audienceId, audienceIds) : undefined,
        ),
      ),
    )
    .orderBy(asc(captions.position), asc(captions.id));
  const uses = await countUses(executor, actor, story.id, reader);
  const facts = found.map((caption) => ({ ...caption, ...(uses.get(caption.id) ?? unused) }));
  return orderOffers(facts, [reader.language, story.language]).map(
    ({ id, text, network, language, weight, uses }) => ({ id, text, network, language, weight, uses }),
  );
}

const unused = { uses: 0, open: 0, isFreshInTeam: false };

async function countUses(
  executor: Executor,
  { organizationId, memberId }: MemberActor,
  storyId: string,
  { teamId }: OfferReader,
) {
  const now = clock.now().getTime();
  const [openSince, freshSince] = [new Date(now - openMs), new Date(now - freshMs)];
  const wasTaken = sql`(${shares.handedOverAt} is not null and ${shares.state} <> 'withdrawn')`;
  const isOpen = sql`(${shares.handedOverAt} is null and ${shares.state} = 'intended'
    and ${shares.memberId} <> ${memberId} and ${shares.intendedAt} > ${openSince.toISOString()})`;
  const ofTeam = sql`(${shares.memberId} <> ${memberId} and ${members.teamId} = ${teamId}
    and ${shares.handedOverAt} > ${freshSince.toISOString()})`;
  const captionId = sql<string>`case when ${shares.handedOverAt} is null then ${shares.offeredCaptionId} else ${shares.captionId} end`;
  const rows = await executor
    .select({
      captionId,
      uses: sql<number>`count(*) filter (where ${wasTaken})`.mapWith(Number),
      open: sql<number>`count(*) filter (where ${isOpen})`.mapWith(Number),
      isFreshInTeam: sql<boolean>`coalesce(bool_or(${wasTaken} and ${ofTeam}), false)`,
    })
    .from(shares)
    .innerJoin(
      members,
      and(eq(members.organizationId, shares.organizationId), eq(members.id, shares.memberId)),
    )
    .where(and(eq(shares.organizationId, organizationId), eq(shares.storyId, storyId)))
    .groupBy(sql`1`);
  return new Map(rows.map(({ captionId, ...use }) => [captionId, use]));
}
