import { expect, test } from "vitest";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { findStagger } from "./queries.ts";

const minutesAgo = (minutes: number) => new Date(clock.now().getTime() - minutes * 60_000);

test("a later time is suggested once as many colleagues as the organization says have just posted there", async () => {
  const { actor, story, share } = await setUp({ staggerShares: 2, staggerMinutes: 60 });
  await share();
  expect(await findStagger(actor, story.id)).toEqual({ minutes: 60, colleagues: {} });
  await share();
  expect(await findStagger(actor, story.id)).toEqual({ minutes: 60, colleagues: { linkedin: 2 } });
});

test("one's own posts, old ones, those that did not leave and those of another story do not count", async () => {
  const { actor, story, share } = await setUp({ staggerShares: 1, staggerMinutes: 60 });
  await makeShare(actor, story, { handedOverAt: minutesAgo(1) });
  // Taken to the network long ago, and only confirmed just now.
  await share({ handedOverAt: minutesAgo(61) });
  await share({ state: "scheduled", confirmedAt: null });
  await share({ state: "withdrawn" });
  await share({ state: "failed" });
  await makeShare(await makeActor(actor.organizationId), await makeLiveStory(actor));
  expect((await findStagger(actor, story.id)).colleagues).toEqual({});
  expect((await findStagger(await makeForeignActor(), story.id)).colleagues).toEqual({});
});

test("an organization that wants no such suggestion has none", async () => {
  const { actor, story, share } = await setUp({ staggerShares: 0 });
  await share();
  expect((await findStagger(actor, story.id)).colleagues).toEqual({});
});

async function setUp(settings: { staggerShares: number; staggerMinutes?: number }) {
  const { id } = await makeOrganization(settings);
  const actor = await makeActor(id);
  const story = await makeLiveStory(actor);
  const share = async (values: Parameters<typeof makeShare>[2] = {}) =>
    makeShare(await makeActor(id), story, { handedOverAt: minutesAgo(5), ...values });
  return { actor, story, share };
}
