import { createHash } from "node:crypto";
import { plusDays, plusHours } from "#db/seed/calendar.ts";
import type { Company } from "#db/seed/company.ts";
import type { Rows } from "#db/seed/rows.ts";
import type { Moments, PlannedStory } from "#db/seed/stories.ts";
import type { StorySeed } from "#db/seed/types.ts";

/** Two versions of a story that was sent back once, what was said about them, a deadline, and a word from outside. */
export function planTalk(
  rows: Rows,
  company: Company,
  { row, captions, seed }: PlannedStory,
  { wasSummary, comments, dueInDays, outside }: NonNullable<StorySeed["talk"]>,
  moments: Moments,
): void {
  const { organization, makeId, memberId, topicId, calendar } = company;
  const { id: storyId } = row;
  const key = { organizationId: organization.id, storyId };
  const { kind, title, body, url, imageId, language, summary } = row;
  const content = {
    ...{ kind, title, body, url, imageId, language, summary },
    imageAlt: rows.images.find(({ id }) => id === imageId)?.alt ?? "",
    topicIds: seed.topics.map(topicId),
    captions: captions.map(({ network, language: tag, text, weight }) => ({
      ...{ network, language: tag, text, weight },
    })),
  };
  const [first, second] = [1, 3];
  const author = memberId(seed.author);
  rows.storyVersions.push(
    {
      ...{ ...key, version: first, memberId: author, createdAt: moments.draftedAt },
      content: { ...content, summary: wasSummary },
    },
    { ...key, version: second, memberId: author, createdAt: moments.sentBackAt, content },
  );
  row.reviewDueAt = plusDays(moments.submittedAt, dueInDays);

  const outsideId = makeId(moments.submittedAt);
  rows.outsideReviewers.push({
    ...{
      organizationId: organization.id,
      id: outsideId,
      storyId,
      name: outside.name,
      reason: outside.reason,
    },
    // The hash of no link: nothing opens it.
    tokenHash: createHash("sha256").update(`nobody has this link ${outsideId}`).digest("hex"),
    invitedById: memberId(outside.invitedBy),
    expiresAt: plusDays(calendar.now, 7),
    createdAt: moments.submittedAt,
    ...{ openedAt: moments.submittedAgainAt, saidAt: moments.submittedAgainAt },
    ...{ verdict: "wants_changes", storyVersion: second, seenVersion: second, seenVersionBefore: null },
  });
  comments.forEach(({ by, text, isSettled }, index) => {
    const createdAt = plusHours(moments.sentBackAt, index / 2);
    rows.reviewComments.push({
      ...{ ...key, id: makeId(createdAt), memberId: memberId(by), text, createdAt },
      storyVersion: index === 0 ? first : second,
      ...(isSettled && { resolvedAt: moments.submittedAgainAt, resolvedById: memberId(seed.author) }),
    });
  });
}
