import { and, desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { makeActor, makeForeignActor, makeOrganization, makeStory } from "#lib/test/factories.ts";
import { planSearch } from "./queries.ts";

const makeCurator = async () => makeActor((await makeOrganization()).id, ["curator"]);

async function find(actor: MemberActor, q: string): Promise<string[]> {
  const search = await planSearch(actor, q);
  if (!search) throw new Error("nothing was looked for");
  const rows = await db
    .select({ title: stories.title })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), search.where))
    .orderBy(desc(search.score));
  return rows.map(({ title }) => title);
}

const library = [
  { title: "A factory that runs on rain", summary: "Water from the roof", siteName: "news.site.example" },
  { title: "Ein Werk voller Häuser", language: "de" },
  { title: "أخبار المستقبل", language: "ar" },
  { title: "עתיד האנרגיה", language: "he" },
  { title: "人工知能の未来", language: "ja" },
  { title: "ความยั่งยืนของเรา", language: "th" },
  { title: "Now 100% recycled" },
  { title: "Weather 🌧️ report" },
  { title: "The rain that never came", url: "https://acme.test/a/long-dry-summer" },
  { title: "A quiet year", kind: "text" as const, body: "Nobody expected turbines in the harbour." },
];

async function makeLibrary() {
  const actor = await makeCurator();
  for (const story of library) await makeStory(actor, story);
  return actor;
}

test.each([
  { search: "factories running", finds: ["A factory that runs on rain"], because: "words are stemmed" },
  { search: "fac", finds: ["A factory that runs on rain"], because: "the last word is still being typed" },
  { search: "haus", finds: ["Ein Werk voller Häuser"], because: "each language has its own stems" },
  { search: "المستقبل", finds: ["أخبار المستقبل"], because: "a language may run from the right" },
  { search: "עתיד", finds: ["עתיד האנרגיה"], because: "a language without stems is searched by words" },
  { search: "知能", finds: ["人工知能の未来"], because: "Japanese has no spaces" },
  { search: "ยั่งยืน", finds: ["ความยั่งยืนของเรา"], because: "Thai has none either" },
  { search: "100%", finds: ["Now 100% recycled"], because: "signs are letters" },
  { search: "🌧️", finds: ["Weather 🌧️ report"], because: "emoji are letters" },
  { search: "dry-summer", finds: ["The rain that never came"], because: "a part of an address is found" },
  { search: "ite.exam", finds: ["A factory that runs on rain"], because: "a part of a site's name is found" },
  { search: "turbines", finds: ["A quiet year"], because: "the body is searched" },
  { search: '"runs on rain"', finds: ["A factory that runs on rain"], because: "a phrase is in order" },
  { search: '"rain runs"', finds: [], because: "a phrase in another order is another phrase" },
  { search: "rain -factory", finds: ["The rain that never came"], because: "an unwanted word leaves out" },
  {
    search: "the factory",
    finds: ["A factory that runs on rain"],
    because: "words without meaning do not narrow",
  },
  { search: "rain 100%", finds: [], because: "every part is wanted" },
  { search: "'; drop table stories; --", finds: [], because: "it is only text" },
  { search: "!!& | <-> :*", finds: [], because: "signs of the index's own language are only text" },
])("$search finds $finds: $because", async ({ search, finds }) => {
  expect(await find(await makeLibrary(), search)).toEqual(finds);
});

test("what is only words without meaning is still found", async () => {
  expect(await find(await makeLibrary(), "the")).toContain("The rain that never came");
});

test("a title that says it comes before a body that mentions it, and of equals the newer first", async () => {
  const actor = await makeCurator();
  const publishAt = new Date("2026-11-01T00:00:00Z");
  await makeStory(actor, { kind: "text", title: "In passing", body: "We also saw turbines.", publishAt });
  await makeStory(actor, { title: "Turbines, older", publishAt: new Date("2026-10-01T00:00:00Z") });
  await makeStory(actor, { title: "Turbines, newer", publishAt });
  expect(await find(actor, "turbine")).toEqual(["Turbines, newer", "Turbines, older", "In passing"]);
});

test("an organization without stories finds nothing, and none of another's", async () => {
  await makeLibrary();
  expect(await find(await makeForeignActor(), "rain")).toEqual([]);
});
