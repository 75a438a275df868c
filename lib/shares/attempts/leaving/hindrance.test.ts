import { expect, test } from "vitest";
import { hindranceOf, type LeavingFacts } from "./hindrance.ts";

const now = new Date("2026-11-25T12:00Z");
const at = (time: string) => new Date(`2026-11-25T${time}Z`);

const story: LeavingFacts["story"] = {
  state: "approved",
  publishAt: at("08:00"),
  expiresAt: null,
  isForMember: true,
  approvedNetworks: null,
};
const facts: LeavingFacts = {
  story,
  member: { suspendedAt: null },
  unmet: null,
  publishes: true,
  share: { network: "linkedin", scheduledFor: at("11:59") },
};

test.each<{ name: string; changed: Partial<LeavingFacts>; reason: string | null }>([
  { name: "leaves while nothing is in the way", changed: {}, reason: null },
  {
    name: "stays when the story has ended",
    changed: { story: { ...story, expiresAt: at("12:00") } },
    reason: "story_expired",
  },
  {
    name: "leaves until the story ends",
    changed: { story: { ...story, expiresAt: at("12:01") } },
    reason: null,
  },
  {
    name: "stays when the story was approved for other networks alone",
    changed: { story: { ...story, approvedNetworks: ["x"] } },
    reason: "not_approved",
  },
  {
    name: "stays when the story was archived",
    changed: { story: { ...story, state: "archived" } },
    reason: "story_withdrawn",
  },
  {
    name: "stays while the story is in review again",
    changed: { story: { ...story, state: "in_review" } },
    reason: "story_changed",
  },
  {
    name: "stays when the story shall appear later",
    changed: { story: { ...story, publishAt: at("13:00") } },
    reason: "story_changed",
  },
  {
    name: "stays when the member left the audience",
    changed: { story: { ...story, isForMember: false } },
    reason: "not_for_you",
  },
  {
    name: "stays when its member was suspended",
    changed: { member: { suspendedAt: at("11:00") } },
    reason: "member_suspended",
  },
  {
    name: "stays when its text does not meet a guideline any more",
    changed: { unmet: "guideline:No promises" },
    reason: "guideline:No promises",
  },
  {
    name: "stays when publishing there was switched off",
    changed: { publishes: false },
    reason: "switched_off",
  },
  {
    name: "stays when it is more than twelve hours late",
    changed: { share: { ...facts.share, scheduledFor: new Date("2026-11-24T23:59Z") } },
    reason: "missed",
  },
  {
    name: "leaves when it is twelve hours late",
    changed: { share: { ...facts.share, scheduledFor: new Date("2026-11-25T00:00Z") } },
    reason: null,
  },
])("a share $name", ({ changed, reason }) => {
  expect(hindranceOf({ ...facts, ...changed }, now)).toBe(reason);
});
