import { expect, test } from "vitest";
import { captionInput } from "./captions/schemas.ts";
import { changesContent, stateAfterEdit } from "./edits.ts";
import { createStoryInput } from "./schemas.ts";

const story = createStoryInput.parse({
  kind: "link",
  title: "Rain",
  url: "https://acme.test/rain",
  captions: [{ network: "x", text: "It rains" }],
});

const caption = captionInput.parse({ network: "x", text: "It rains" });

test.each([
  { name: "nothing", edit: {}, changes: false },
  { name: "the title", edit: { title: "Snow" }, changes: true },
  { name: "the address", edit: { url: "https://acme.test/snow" }, changes: true },
  {
    name: "a caption",
    edit: { captions: [{ ...caption, text: "It snows" }] },
    changes: true,
  },
  {
    name: "a caption's network",
    edit: { captions: [{ ...caption, network: null }] },
    changes: true,
  },
  {
    name: "whom a caption is offered to",
    edit: { captions: [{ ...caption, audienceId: "a" }] },
    changes: true,
  },
  { name: "how often a caption is offered", edit: { captions: [{ ...caption, weight: 3 }] }, changes: false },
  { name: "who it is for", edit: { audience: "teams" as const, teamIds: ["t"] }, changes: true },
  { name: "topics", edit: { topicIds: ["t"] }, changes: false },
  { name: "times", edit: { expiresAt: "2026-12-01T09:00" }, changes: false },
  { name: "the campaign", edit: { campaignId: "c" }, changes: false },
])("an edit of $name changes the content: $changes", ({ edit, changes }) => {
  expect(changesContent(story, { ...story, ...edit })).toBe(changes);
});

test.each([
  { state: "draft" as const, changesContent: true, allowsSelfApproval: false, after: "draft" },
  { state: "in_review" as const, changesContent: true, allowsSelfApproval: false, after: "in_review" },
  { state: "approved" as const, changesContent: true, allowsSelfApproval: false, after: "in_review" },
  { state: "approved" as const, changesContent: true, allowsSelfApproval: true, after: "approved" },
  { state: "approved" as const, changesContent: false, allowsSelfApproval: false, after: "approved" },
  { state: "rejected" as const, changesContent: true, allowsSelfApproval: false, after: "draft" },
  { state: "rejected" as const, changesContent: false, allowsSelfApproval: false, after: "rejected" },
])(
  "$state, new content $changesContent, self approval $allowsSelfApproval: $after",
  ({ state, after, ...edit }) => {
    expect(stateAfterEdit(state, edit)).toBe(after);
  },
);
