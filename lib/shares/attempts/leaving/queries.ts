import { and, count, eq, gt, max, ne, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { audiences } from "#db/schema/audiences.ts";
import { images } from "#db/schema/images.ts";
import { links } from "#db/schema/links.ts";
import { members } from "#db/schema/members.ts";
import { shares } from "#db/schema/shares.ts";
import { stories, storyTeams } from "#db/schema/stories.ts";
import { meetsSaved, personColumns } from "#lib/audiences/person/queries.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { listAsked } from "#lib/guidelines/asked/queries.ts";
import { evaluateText } from "#lib/guidelines/evaluate.ts";
import { guidelinesFor } from "#lib/guidelines/scope.ts";
import { networks } from "#lib/networks/networks.ts";
import type { FrozenPost } from "#lib/networks/publisher.ts";
import { getNetworkSettings } from "#lib/networks/settings/queries.ts";
import { isShare, type ShareRow } from "../../queries.ts";
import type { FailureReason } from "../../sentences.ts";
import type { ConnectionRow } from "../lease/mutations.ts";
import { restMs, unansweredMs } from "../timing.ts";
import { hindranceOf } from "./hindrance.ts";

const ofStory = and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId));

/** Why a share may not leave at this moment, or null when it may. */
export async function findHindrance(
  executor: Executor,
  actor: Actor,
  share: ShareRow,
): Promise<FailureReason | null> {
  const isForTeam = sql<boolean>`exists (
    select true from ${storyTeams} where ${storyTeams.organizationId} = ${stories.organizationId}
      and ${storyTeams.storyId} = ${stories.id} and ${storyTeams.teamId} = ${members.teamId})`;
  const [facts] = await executor
    .select({
      story: {
        state: stories.state,
        publishAt: stories.publishAt,
        expiresAt: stories.expiresAt,
        audience: stories.audience,
        approvedNetworks: stories.approvedNetworks,
        isForTeam,
        rule: audiences.rule,
      },
      person: personColumns,
      suspendedAt: members.suspendedAt,
    })
    .from(shares)
    .innerJoin(stories, ofStory)
    .innerJoin(
      members,
      and(eq(members.organizationId, shares.organizationId), eq(members.id, shares.memberId)),
    )
    .leftJoin(
      audiences,
      and(eq(audiences.organizationId, stories.organizationId), eq(audiences.id, stories.audienceId)),
    )
    .where(isShare(share));
  if (!facts) throw new DomainError("not_found");
  const { publishes } = (await getNetworkSettings(actor, executor))[share.network];
  const { story, person, suspendedAt } = facts;
  const isFor = {
    everyone: () => true,
    teams: () => story.isForTeam,
    rule: () => meetsSaved(story.rule, person),
  };
  return hindranceOf(
    {
      ...{ story: { ...story, isForMember: isFor[story.audience]() }, publishes, share },
      member: { suspendedAt },
      unmet: await findUnmet(executor, share),
    },
    clock.now(),
  );
}

/** A guideline that blocks the text as it stands now. What warns is no obstacle: its member decided when they gave the words. */
async function findUnmet(executor: Executor, share: ShareRow): Promise<FailureReason | null> {
  const { guidelines, ...circumstances } = await listAsked(executor, share);
  const { text, network } = share;
  const verdicts = evaluateText({
    ...{ text, network, day: circumstances.day },
    link: { address: `${env.PUBLIC_URL}/s/`, goesAlong: true },
    guidelines: guidelinesFor(guidelines, { ...circumstances, network }),
  });
  const unmet = verdicts.find(({ outcome }) => outcome === "blocks");
  if (!unmet) return null;
  // The settings' disclosure has its own sentence; it says which words to add.
  return unmet.guidelineId === share.organizationId ? "disclosure_missing" : `guideline:${unmet.name}`;
}

/** What goes out for a share, as it is at this moment. */
export async function composePost(executor: Executor, share: ShareRow): Promise<FrozenPost> {
  const [found] = await executor
    .select({
      code: links.code,
      kind: stories.kind,
      title: stories.title,
      summary: stories.summary,
      language: stories.language,
      imageId: images.id,
      alt: images.alt,
    })
    .from(shares)
    .innerJoin(stories, ofStory)
    .innerJoin(links, and(eq(links.organizationId, shares.organizationId), eq(links.shareId, shares.id)))
    .leftJoin(images, and(eq(images.organizationId, stories.organizationId), eq(images.id, stories.imageId)))
    .where(isShare(share));
  if (!found) throw new DomainError("not_found");
  const { code, kind, title, summary, language, imageId, alt } = found;
  // Beside a link whose page the network reads, a picture would stand in the card's place.
  const isShown = kind === "image" || networks[share.network].connecting?.cardBy === "herald";
  const cardCrop = { crop: "card" } as const;
  return {
    text: share.text,
    url: `${env.PUBLIC_URL}/s/${code}`,
    card: { title, description: summary },
    image: imageId && isShown ? { id: imageId, alt: alt ?? "", ...(kind === "link" && cardCrop) } : null,
    language,
    createdAt: clock.now().toISOString(),
  };
}

/** Until when nothing leaves through a connection: the network asked to wait, or has just left a post of it unanswered. */
export async function findRest(
  executor: Executor,
  { organizationId, id, pausedUntil }: ConnectionRow,
): Promise<Date | null> {
  const [unanswered] = await executor
    .select({ times: count(), at: max(publishAttempts.settledAt) })
    .from(publishAttempts)
    .where(
      and(
        eq(publishAttempts.organizationId, organizationId),
        eq(publishAttempts.connectionId, id),
        eq(publishAttempts.state, "unknown"),
        // A worker that ended says nothing of the network.
        ne(publishAttempts.reason, "interrupted"),
        gt(publishAttempts.settledAt, new Date(clock.now().getTime() - unansweredMs)),
      ),
    );
  const answersFrom = unanswered?.at ? unanswered.at.getTime() + restMs(unanswered.times) : 0;
  const until = Math.max(pausedUntil?.getTime() ?? 0, answersFrom);
  return until > clock.now().getTime() ? new Date(until) : null;
}
