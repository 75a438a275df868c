import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { notices } from "#db/schema/notices.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { tendRecognition } from "./badges/mutations.ts";
import { switchRecognition } from "./mutations.ts";
import { findRecognition } from "./queries.ts";
import { giveThanks, takeBackThanks } from "./thanks/mutations.ts";

async function makePlay() {
  const { id } = await makeOrganization();
  const [ada, ben] = [
    await makeActor(id, ["employee"], { name: "Ada", email: `ada-${id}@acme.test` }),
    await makeActor(id, ["employee"], { name: "Ben", email: `ben-${id}@acme.test` }),
  ];
  const curator = await makeActor(id, ["curator"]);
  return { id, ada, ben, curator, toBen: `ben-${id}@acme.test`, toAda: `ada-${id}@acme.test` };
}

const kindsTold = async (organizationId: string) =>
  (await db.select().from(notices).where(eq(notices.organizationId, organizationId))).map(({ kind }) => kind);

test("badges are given once and stay, and whoever wants none is not told", async () => {
  const { id, ada, ben, curator } = await makePlay();
  await switchRecognition(ben, { isOn: false });
  for (const member of [ada, ben]) await makeShare(member, await makeLiveStory(curator), { similarity: 0.2 });
  for (let share = 0; share < 9; share += 1)
    await makeShare(ada, await makeLiveStory(curator), { similarity: 0.2 });
  await tendRecognition();
  await tendRecognition();
  const own = await findRecognition(ada);
  expect(own?.badges.flatMap(({ badge, earnedAt }) => (earnedAt ? [badge] : []))).toEqual([
    "first_share",
    "own_words",
  ]);
  expect(own?.streak.weeks).toBe(1);
  expect(await kindsTold(id)).toEqual(["badge.earned", "badge.earned"]);
  expect(await findRecognition(ben)).toBeNull();
  await switchRecognition(ben, { isOn: true });
  expect((await findRecognition(ben))?.badges[0]?.earnedAt).toBeTruthy();
});

test("thanks are given once, read by both, and gone when they are taken back", async () => {
  const { id, ada, ben, toBen } = await makePlay();
  const thanks = { to: toBen, note: "You saved the fair.", requestId: newId() };
  await Promise.all([giveThanks(ada, thanks), giveThanks(ada, thanks)]);
  const received = (await findRecognition(ben))?.received ?? [];
  expect(received).toMatchObject([{ name: "Ada", note: "You saved the fair." }]);
  expect((await findRecognition(ada))?.given).toMatchObject([{ name: "Ben" }]);
  expect(await kindsTold(id)).toEqual(["thanks.given"]);
  const thanksId = received[0]?.id ?? "";
  await expect(takeBackThanks(ben, { thanksId })).rejects.toMatchObject({ code: "not_found" });
  await expect(takeBackThanks(await makeForeignActor(), { thanksId })).rejects.toMatchObject({
    code: "not_found",
  });
  await takeBackThanks(ada, { thanksId });
  expect((await findRecognition(ben))?.received).toEqual([]);
});

test("whoever switched recognition off cannot be told from somebody who is not there", async () => {
  const { ada, ben, toBen, toAda } = await makePlay();
  await giveThanks(ada, { to: toBen, note: "You saved the fair.", requestId: newId() });
  await switchRecognition(ben, { isOn: false });
  const refused = (to: string) =>
    giveThanks(ada, { to, note: "Thank you for all.", requestId: newId() }).catch(
      (error: Error) => error.message,
    );
  expect(await refused(toBen)).toBe((await refused("nobody@acme.test"))?.replace("nobody@acme.test", toBen));
  expect((await findRecognition(ada))?.given).toEqual([]);
  await expect(
    giveThanks(ben, { to: toAda, note: "Thank you for all.", requestId: newId() }),
  ).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(
    giveThanks(ada, { to: toAda, note: "Thank you for all.", requestId: newId() }),
  ).rejects.toMatchObject({
    code: "invalid",
  });
});

test("five thanks a day are enough", async () => {
  const { ada, toBen } = await makePlay();
  const give = () => giveThanks(ada, { to: toBen, note: "Thank you for all.", requestId: newId() });
  for (let count = 0; count < 5; count += 1) await give();
  await expect(give()).rejects.toMatchObject({ code: "limit_reached" });
});
