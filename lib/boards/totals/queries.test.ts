import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { scoreConfirmedShare } from "#lib/scores/mutations.ts";
import { makeActor, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { boardDays } from "../board-days.ts";
import { readTotals } from "./queries.ts";

test("totals are remembered until the next entry is scored, and then they are new at once", async () => {
  const actor = await makeActor((await makeOrganization()).id);
  const days = boardDays("30", dayIn("UTC", clock.now()));
  const before = await readTotals(actor, days);
  expect(before.size).toBe(0);
  expect(await readTotals(actor, days)).toBe(before);

  const share = await makeShare(actor, await makeLiveStory(actor));
  await db.transaction((tx) => scoreConfirmedShare(tx, actor, share.id));
  expect((await readTotals(actor, days)).get(actor.memberId)?.points).toBeGreaterThanOrEqual(10);
});
