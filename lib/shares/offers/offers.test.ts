import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { audiences } from "#db/schema/audiences.ts";
import { shares } from "#db/schema/shares.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeCaption,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
  makeTeam,
} from "#lib/test/factories.ts";
import { handOverShare, openShare } from "../mutations.ts";
import { captionsFor } from "./captions-for.ts";

test("two who open the composer at the same moment are offered different captions", async () => {
  const { organizationId, story } = await setUp(["Rain", "Steam", "Snow"]);
  const colleagues = await Promise.all([1, 2, 3].map(() => makeActor(organizationId)));
  const offers = await Promise.all(colleagues.map((actor) => open(actor, story)));
  expect(new Set(offers.map(firstText)).size).toBe(3);
});

test("opening again goes on with the caption that was offered, and remembers it", async () => {
  const { organizationId, story } = await setUp(["Rain", "Steam"]);
  const [one, other] = [await makeActor(organizationId), await makeActor(organizationId)];
  const requestId = newId();
  const first = await open(one, story, requestId);
  await handOver(other, await open(other, story));
  const again = await open(one, story, requestId);

  expect(firstText(again)).toBe(firstText(first));
  const [row] = await db.select().from(shares).where(eq(shares.id, first.share.id));
  expect(row?.offeredCaptionId).toBe(first.captions[0]?.id);
});

test("who closes the composer and comes back later has used nothing up, and is no colleague of their own", async () => {
  const { organizationId, story } = await setUp(["Rain", "Steam"]);
  const [one, other] = [await makeActor(organizationId), await makeActor(organizationId)];
  expect(firstText(await open(one, story))).toBe("Rain");
  expect(firstText(await open(one, story))).toBe("Rain");
  expect(firstText(await open(other, story))).toBe("Steam");

  const now = clock.now().getTime();
  const inTwoHours = vi.spyOn(clock, "now").mockReturnValue(new Date(now + 2 * 3_600_000));
  expect(firstText(await open(await makeActor(organizationId), story))).toBe("Rain");
  inTwoHours.mockRestore();
});

test("a caption of another network, or for an audience that the member is not of, is not offered", async () => {
  const organizationId = (await makeOrganization()).id;
  const author = await makeActor(organizationId, ["curator"]);
  const story = await makeLiveStory(author);
  const [lyon] = await db
    .insert(audiences)
    .values({
      organizationId,
      name: "Lyon",
      rule: { match: "all", conditions: [{ field: "location", is: true, values: ["Lyon"] }] },
    })
    .returning();
  await makeCaption(story, "For X", { network: "x", position: 0 });
  await makeCaption(story, "For Lyon", { audienceId: lyon?.id ?? "", weight: 9, position: 1 });
  await makeCaption(story, "For all", { position: 2 });
  const offered = async (location: string) =>
    captionsFor(
      (await open(await makeActor(organizationId, ["employee"], { location }), story)).captions,
      "linkedin",
    ).map(({ text }) => text);

  expect(await offered("Lyon")).toEqual(["For Lyon", "For all"]);
  expect(await offered("Ghent")).toEqual(["For all"]);
});

test("the member's own language comes first, and what a teammate has just shared comes last", async () => {
  const { organizationId, story } = await setUp([]);
  await makeCaption(story, "Rain");
  await makeCaption(story, "Pluie", { language: "fr", position: 1 });
  await makeCaption(story, "Averse", { language: "fr-CA", position: 2 });
  const team = await makeTeam(organizationId);
  const french = { language: "fr", teamId: team.id };
  const teammate = await makeActor(organizationId, ["employee"], french);
  const taken = await open(teammate, story);
  expect(firstText(taken)).toBe("Pluie");
  await handOver(teammate, taken);
  // Colleagues of other teams used the other one more, and it is offered nevertheless.
  const [, averse] = taken.captions;
  for (let count = 0; count < 3; count += 1)
    await makeShare(await makeActor(organizationId), story, {
      ...{ captionId: averse?.id ?? "", handedOverAt: clock.now() },
    });

  const next = await open(await makeActor(organizationId, ["employee"], french), story);
  expect(next.captions.map(({ text, uses }) => [text, uses])).toEqual([
    ["Averse", 3],
    ["Pluie", 1],
    ["Rain", 0],
  ]);
});

test("another organization's member is offered nothing of the story", async () => {
  const { story } = await setUp(["Rain"]);
  await expect(open(await makeForeignActor(), story)).rejects.toMatchObject({ code: "not_found" });
});

async function setUp(texts: string[]) {
  const organizationId = (await makeOrganization()).id;
  const author = await makeActor(organizationId, ["curator"]);
  const story = await makeLiveStory(author);
  for (const [position, text] of texts.entries()) await makeCaption(story, text, { position });
  return { organizationId, story };
}

type Actor = Parameters<typeof openShare>[0];
type Opened = Awaited<ReturnType<typeof openShare>>;

const open = (actor: Actor, story: { id: string }, requestId = newId()) =>
  openShare(actor, { storyId: story.id, requestId });

const firstText = ({ captions }: Opened) => captions[0]?.text;

function handOver(actor: Actor, { share, captions: [first] }: Opened) {
  const words = { text: first?.text ?? "", captionId: first?.id ?? null };
  return handOverShare(actor, { shareId: share.id, network: "linkedin", ...words });
}
