import { statSync } from "node:fs";
import { join } from "node:path";
import { plusDays, plusHours } from "#db/seed/calendar.ts";
import type { Company } from "#db/seed/company.ts";
import { height, width } from "#db/seed/illustrations/canvas.ts";
import { scenes } from "#db/seed/illustrations/scenes.ts";
import type { Row, Rows } from "#db/seed/rows.ts";
import { planTalk } from "#db/seed/talk.ts";
import type { StoryLife, StorySeed } from "#db/seed/types.ts";

const imagePath = (name: string): string => join(import.meta.dirname, "images", `${name}.webp`);

export type PlannedStory = {
  seed: StorySeed;
  row: Row<"stories"> & { id: string };
  captions: (Row<"captions"> & { id: string })[];
};

/** When a story went through its life, in office hours; only the publishing of a scheduled one is still to come. */
export type Moments = {
  draftedAt: Date;
  submittedAt: Date;
  /** Between the two, changes were asked for in some cases. */
  sentBackAt: Date;
  submittedAgainAt: Date;
  decidedAt: Date;
  publishAt: Date | null;
  expiresAt: Date | null;
  /** The last thing that happened to it. */
  endedAt: Date;
};

export function planStory(rows: Rows, company: Company, seed: StorySeed): PlannedStory {
  const { organization, makeId, memberId } = company;
  const organizationId = organization.id;
  const moments = momentsOf(company, seed.life);
  const id = makeId(moments.draftedAt);
  const kind = seed.url ? "link" : seed.body ? "text" : "image";
  const wasApproved = ["live", "expired", "archived", "scheduled"].includes(seed.life.is);
  const row: PlannedStory["row"] = {
    organizationId,
    id,
    kind,
    state: stateOf(seed.life),
    title: seed.title,
    summary: seed.summary,
    body: seed.body ?? "",
    url: seed.url ?? null,
    canonicalUrl: seed.url ?? null,
    siteName: seed.siteName ?? "",
    imageId: planImage(rows, company, seed, moments.draftedAt),
    language: seed.language ?? "en",
    audience: seed.audience ? "rule" : seed.teams ? "teams" : "everyone",
    audienceId: seed.audience ? company.audience(seed.audience).id : null,
    campaignId: seed.campaign ? company.campaignId(seed.campaign) : null,
    publishAt: moments.publishAt,
    expiresAt: moments.expiresAt,
    authorId: memberId(seed.author),
    suggestedById: seed.suggestedBy ? memberId(seed.suggestedBy) : null,
    suggestionNote: seed.suggestionNote ?? "",
    approvedAt: wasApproved ? moments.decidedAt : null,
    reviewDueAt: null,
    createdAt: moments.draftedAt,
    updatedAt: moments.endedAt,
  };
  const captions = seed.captions.map((caption, position) => ({
    organizationId,
    id: makeId(moments.draftedAt),
    storyId: id,
    network: caption.network ?? null,
    language: caption.language ?? "en",
    text: caption.text,
    weight: caption.weight ?? 1,
    position,
    createdAt: moments.draftedAt,
  }));
  rows.stories.push(row);
  rows.captions.push(...captions);
  for (const topic of seed.topics)
    rows.storyTopics.push({ organizationId, storyId: id, topicId: company.topicId(topic) });
  for (const team of seed.teams ?? [])
    rows.storyTeams.push({ organizationId, storyId: id, teamId: company.teamId(team) });
  company.audit(rows, seed.author, "story.create", id, moments.draftedAt);
  row.version = planReviews(rows, company, { seed, row, captions }, moments);
  if (seed.talk) planTalk(rows, company, { seed, row, captions }, seed.talk, moments);
  return { seed, row, captions };
}

const verbs = {
  submitted: "submit",
  approved: "approve",
  changes_requested: "request_changes",
  rejected: "reject",
  archived: "archive",
  restored: "restore",
  signed_off: "sign_off",
};

/** The printed illustration of that name, as this story's own image. */
function planImage(
  rows: Rows,
  { organization, makeId }: Company,
  { image: name, focus = { x: 0.5, y: 0.5 } }: StorySeed,
  createdAt: Date,
): string | null {
  if (!name) return null;
  const scene = scenes.find((candidate) => candidate.name === name);
  if (!scene) throw new Error(`there is no illustration called ${name}`);
  const image = {
    organizationId: organization.id,
    id: makeId(createdAt),
    alt: scene.alt,
    width,
    height,
    focalX: focus.x,
    focalY: focus.y,
    sizeBytes: statSync(imagePath(name)).size,
    createdAt,
  };
  rows.images.push(image);
  rows.imageFiles.push({ from: imagePath(name), to: `${organization.id}/${image.id}.webp` });
  return image.id;
}

/** Adds the decisions that led to where the story stands. Returns the story's version. */
function planReviews(rows: Rows, company: Company, story: PlannedStory, moments: Moments): number {
  const { makeId, memberId, organization } = company;
  const { seed, row } = story;
  let version = 1;
  const decide = (decision: Row<"reviews">["decision"], by: string, decidedAt: Date, reason = "") => {
    rows.reviews.push({
      organizationId: organization.id,
      id: makeId(decidedAt),
      storyId: row.id,
      storyVersion: version,
      memberId: memberId(by),
      decision,
      reason,
      decidedAt,
    });
    version += 1;
    company.audit(rows, by, `story.${verbs[decision]}`, row.id, decidedAt);
  };
  const submitter = seed.suggestedBy ?? seed.author;
  const life = seed.life;

  if (life.is === "draft") return version;
  decide("submitted", submitter, moments.submittedAt);
  if (seed.earlier) {
    decide("changes_requested", seed.earlier.by, moments.sentBackAt, seed.earlier.reason);
    version += 1;
    decide("submitted", seed.author, moments.submittedAgainAt);
  }
  if (life.is === "in_review") return version;
  if (life.is === "changes_requested" || life.is === "rejected") {
    decide(life.is, seed.reviewer, moments.decidedAt, life.reason);
    return version;
  }
  decide("approved", seed.reviewer, moments.decidedAt);
  if (life.is === "archived") decide("archived", seed.reviewer, moments.endedAt, life.reason);
  return version;
}

function momentsOf(company: Company, life: StoryLife): Moments {
  const { calendar } = company;
  const daysAgo = life.is === "scheduled" ? 1 : life.since;
  const since = life.is === "scheduled" ? calendar.workday(1, "15:40") : calendar.workday(daysAgo, life.time);
  const isOnDesk = life.is === "draft" || life.is === "in_review";
  const isPublished = life.is === "live" || life.is === "expired" || life.is === "archived";
  const decidedAt = isPublished ? plusHours(since, -0.6) : since;
  return {
    draftedAt: isOnDesk ? plusHours(since, -1) : calendar.workday(daysAgo + 2, "10:35"),
    submittedAt: isOnDesk ? since : calendar.workday(daysAgo + 1, "11:40"),
    sentBackAt: isOnDesk ? plusHours(since, 1.5) : calendar.workday(daysAgo + 1, "14:25"),
    submittedAgainAt: isOnDesk ? plusHours(since, 4) : calendar.workday(daysAgo + 1, "16:50"),
    decidedAt,
    publishAt: life.is === "scheduled" ? calendar.coming(life.ahead, life.time) : isPublished ? since : null,
    expiresAt: expiryOf(company, life, since),
    endedAt: life.is === "archived" ? plusDays(since, life.afterDays) : decidedAt,
  };
}

function expiryOf({ calendar }: Company, life: StoryLife, since: Date): Date | null {
  if (life.is === "expired") return plusDays(since, life.afterDays);
  return life.is === "live" && life.expiresInDays ? plusDays(calendar.now, life.expiresInDays) : null;
}

function stateOf(life: StoryLife): Row<"stories">["state"] {
  if (life.is === "live" || life.is === "expired" || life.is === "scheduled") return "approved";
  return life.is;
}
