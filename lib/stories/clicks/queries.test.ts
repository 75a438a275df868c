import { expect, test } from "vitest";
import type { MemberActor } from "#lib/auth/actor.ts";
import {
  makeActor,
  makeClick,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { findStoryTotals, getStoryClicks, getStoryTotals } from "./queries.ts";

const hosts = { linkedin: "lnkd.in", x: "t.co", email: "mail.google.com" };
const handedOverAt = new Date("2026-11-20T09:00Z");

/** A live story that as many people shared to LinkedIn as said, with one click for each. */
async function makeSharedStory(people: number) {
  const { id } = await makeOrganization();
  const curator = await makeActor(id, ["curator"]);
  const story = await makeLiveStory(curator);
  const share = async (member: MemberActor, network: "linkedin" | "x" | "email" = "linkedin") => {
    const made = await makeShare(member, story, { network, handedOverAt, confirmedAt: handedOverAt });
    await makeClick(made, {
      clickedAt: new Date("2026-11-20T10:30Z"),
      country: "NL",
      referrerHost: hosts[network],
    });
    return made;
  };
  for (let count = 0; count < people; count += 1) await share(await makeActor(id));
  return { curator, story, share };
}

test("the desk sees all shares of a story together, by network once each is a group", async () => {
  const { curator, story, share } = await makeSharedStory(5);
  const first = await share(curator, "x");
  await share(curator, "x");
  await makeClick(first, { counted: false, exclusion: "own" });
  expect(await getStoryClicks(curator, story.id)).toMatchObject({
    clicks: 7,
    group: {
      shares: 7,
      people: 6,
      networks: null,
      figures: { notCounted: "1 more hit was not counted: 1 by somebody on their own link." },
      origins: { referrer: null, country: [{ name: "Netherlands", clicks: 7 }] },
    },
  });
  for (let count = 0; count < 4; count += 1) await share(await makeActor(curator.organizationId), "x");
  expect((await getStoryClicks(curator, story.id)).group?.networks).toEqual([
    { name: "X", clicks: 6 },
    { name: "LinkedIn", clicks: 5 },
  ]);
});

test.each([1, 4])(
  "of the shares of %i the desk learns how many clicks they brought, and no more",
  async (people) => {
    const { curator, story } = await makeSharedStory(people);
    const { clicks, group } = await getStoryClicks(curator, story.id);
    expect({ clicks, group }).toEqual({ clicks: people, group: null });
  },
);

test("who shared to two networks is one person on a line that joins them", async () => {
  const { curator, story, share } = await makeSharedStory(5);
  for (let count = 0; count < 3; count += 1) {
    const member = await makeActor(curator.organizationId);
    await share(member, "x");
    await share(member, "email");
  }
  expect((await getStoryClicks(curator, story.id)).group).toMatchObject({ networks: null });
});

test("a composer that was only opened is no share on a network", async () => {
  const { curator, story } = await makeSharedStory(5);
  const intended = { network: "elsewhere", state: "intended", confirmedAt: null } as const;
  await makeClick(await makeShare(curator, story, intended));
  expect(await getStoryClicks(curator, story.id)).toMatchObject({
    clicks: 5,
    group: { shares: 5, networks: [{ name: "LinkedIn", clicks: 5 }] },
  });
});

test("a story that nobody took anywhere has no clicks to look at", async () => {
  const { curator, story } = await makeSharedStory(0);
  expect(await getStoryClicks(curator, story.id)).toMatchObject({ clicks: null, group: null });
  expect(await getStoryTotals(curator, story.id)).toBeNull();
  expect(await findStoryTotals(curator, story)).toBeNull();
});

test("colleagues are told of a story once five shared it", async () => {
  const { curator, story, share } = await makeSharedStory(4);
  expect(await findStoryTotals(curator, story)).toBeNull();
  expect(await getStoryTotals(curator, story.id)).toEqual({ shares: null, clicks: 4 });
  const fifth = await makeActor(curator.organizationId);
  await share(fifth);
  await share(fifth, "x");
  expect(await findStoryTotals(fifth, story)).toEqual({ people: 5, clicks: 6 });
  expect(await findStoryTotals(await makeForeignActor(), story)).toBeNull();
});

test("another organization's story is not found", async () => {
  const { story } = await makeSharedStory(1);
  const foreigner = await makeForeignActor();
  for (const read of [getStoryClicks, getStoryTotals])
    await expect(read(foreigner, story.id)).rejects.toMatchObject({ code: "not_found" });
});

test("employees and managers have no desk", async () => {
  const { curator, story } = await makeSharedStory(1);
  const manager = await makeActor(curator.organizationId, ["employee", "manager"]);
  for (const read of [getStoryClicks, getStoryTotals])
    await expect(read(manager, story.id)).rejects.toMatchObject({ code: "forbidden" });
});
