import { expect, test } from "vitest";
import { type LinkFacts, type LinkState, linkState } from "./link-state.ts";

const now = new Date("2026-11-23T12:00:00Z");
const later = new Date("2026-11-23T12:00:01Z");
const live: LinkFacts = {
  shareState: "intended",
  storyKind: "link",
  storyState: "approved",
  publishAt: now,
  expiresAt: later,
};

test.each<{ name: string; facts: Partial<LinkFacts>; state: LinkState }>([
  { name: "a live story's share leads to it", facts: {}, state: "live" },
  { name: "a confirmed one too", facts: { shareState: "confirmed" }, state: "live" },
  { name: "a story without dates is live", facts: { publishAt: null, expiresAt: null }, state: "live" },
  { name: "at the moment of expiry it is over", facts: { expiresAt: now }, state: "expired" },
  { name: "a withdrawn share", facts: { shareState: "withdrawn" }, state: "withdrawn" },
  { name: "an archived story", facts: { storyState: "archived" }, state: "withdrawn" },
  { name: "a rejected story", facts: { storyState: "rejected" }, state: "withdrawn" },
  { name: "a link story back in review", facts: { storyState: "in_review" }, state: "live" },
  {
    name: "a link story back in review past its time",
    facts: { storyState: "changes_requested", expiresAt: now },
    state: "expired",
  },
  {
    name: "a text story back in review",
    facts: { storyKind: "text", storyState: "in_review" },
    state: "paused",
  },
  { name: "a story put off to later", facts: { publishAt: later, expiresAt: null }, state: "withdrawn" },
])("$name", ({ facts, state }) => expect(linkState({ ...live, ...facts }, now)).toBe(state));
