import { expect, test } from "vitest";
import { storyStates } from "#lib/stories/schemas.ts";
import { type Decision, decisions } from "./schemas.ts";
import { canFollow, stateAfter } from "./transitions.ts";

test("each state takes exactly the decisions that make sense for it", () => {
  const table = Object.fromEntries(
    storyStates.map((state) => [state, decisions.filter((decision) => canFollow(state, decision))]),
  );
  expect(table).toEqual({
    draft: ["submitted", "archived"],
    in_review: ["approved", "changes_requested", "rejected", "signed_off"],
    changes_requested: ["submitted", "archived"],
    approved: ["archived"],
    rejected: ["archived"],
    archived: ["restored"],
  });
});

test.each<{ history: Decision[]; state: string }>([
  { history: ["submitted", "approved", "archived"], state: "approved" },
  { history: ["submitted", "approved", "archived", "restored", "archived"], state: "approved" },
  { history: ["submitted", "approved", "submitted", "changes_requested", "archived"], state: "draft" },
  { history: ["submitted", "rejected", "archived"], state: "draft" },
  { history: ["archived"], state: "draft" },
])("after $history a restored story is $state", ({ history, state }) => {
  expect(stateAfter("restored", history)).toBe(state);
});
