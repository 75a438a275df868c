import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { makeActor, makeForeignActor, makeOrganization, makeStory, makeTopic } from "#lib/test/factories.ts";
import { getStory } from "../queries.ts";
import { decodeTable } from "./decode-table.ts";
import { importStories, undoImport } from "./mutations.ts";
import { checkImport } from "./queries.ts";
import { readTable } from "./read-table.ts";
import { readTime } from "./read-time.ts";
import { checkImportInput, fileLimitBytes, mostRows } from "./schemas.ts";
import { importTemplate } from "./template.ts";
import { writeCsv } from "./write-csv.ts";

const blob = (text: string | Buffer) => new Blob([typeof text === "string" ? text : new Uint8Array(text)]);
const check = (actor: MemberActor, text: string | Buffer, createTopics = false) =>
  checkImport(actor, { file: blob(text), createTopics });
const run = (actor: MemberActor, text: string, importId = newId(), from = 0) =>
  importStories(actor, { file: blob(text), createTopics: true, importId, from });
const storiesOf = ({ organizationId }: MemberActor) =>
  db.select().from(stories).where(eq(stories.organizationId, organizationId)).orderBy(stories.title);
const makeCurator = async (...roles: "admin"[]) =>
  makeActor((await makeOrganization({ timeZone: "Europe/Berlin" })).id, ["curator", ...roles]);

test("a row becomes a draft with its captions, topics, campaign and times", async () => {
  const curator = await makeCurator();
  const { organizationId } = curator;
  const topic = await makeTopic(organizationId, { name: "Water, and rain" });
  await db
    .insert(campaigns)
    .values({ organizationId, name: "Spring", startsOn: "2027-01-01", endsOn: "2027-12-31" });
  const text = [
    "Title;Address;topics;campaign;language;goes live;caption;caption_linkedin_2;caption_x_de",
    '"Rain; a\nroof";https://acme.test/rain;water, and rain;SPRING;pt;1.7.2027 09:30;مرحبا 💧;Two\nlines;Ein Dach',
  ].join("\r\n");

  const dry = await check(curator, text);
  expect(await storiesOf(curator)).toEqual([]);
  expect(dry).toMatchObject({ remarks: [], rows: [{ number: 2, status: "ready", problems: [] }] });
  expect(await run(curator, text)).toMatchObject({ made: 1, refused: 0, gone: 1, total: 1 });

  const [made] = await storiesOf(curator);
  expect(made?.publishAt?.toISOString()).toBe("2027-07-01T07:30:00.000Z");
  expect(await getStory(curator, made?.id ?? "")).toMatchObject({
    kind: "link",
    state: "draft",
    topicIds: [topic.id],
    campaignName: "Spring",
    publishAt: "2027-07-01T09:30",
    captions: [
      { network: null, language: "pt", text: "مرحبا 💧" },
      { network: "linkedin", language: "pt", text: "Two\nlines" },
      { network: "x", language: "de", text: "Ein Dach" },
    ],
  });
});

test("each problem of each row is said with its row and column, and the good rows are imported", async () => {
  const curator = await makeCurator();
  await makeStory(curator, { title: "Known", url: "https://www.acme.test/known/?utm_source=x" });
  const text = [
    "title,address,topics,campaign,audience,teams,publish_at,expires_at,caption_x,colour",
    "Good,https://acme.test/good,,,,,,,,blue",
    ",javascript:alert(1),Nowhere,Never,Nobody,None,03/04/2026,,,",
    "Again,https://acme.test/good#top,,,,,,,,",
    "Known too,http://acme.test/known,,,,,,,,",
    "Backwards,https://acme.test/b,,,,,2027-02-02,2027-01-01,,",
    `Long,https://acme.test/l,,,,,,,${"x".repeat(3_001)},`,
    "No day,https://acme.test/n,,,,,2027-02-30,,,",
    ",,,,,,,,,",
    "Nothing to read,,,,,,,,,",
  ].join("\n");

  const { rows, remarks, missingTopics, mayCreateTopics } = await check(curator, text);

  expect(remarks).toEqual(["The column “colour” is not one that Herald knows, so it is left out."]);
  expect({ missingTopics, mayCreateTopics }).toEqual({ missingTopics: ["Nowhere"], mayCreateTopics: false });
  expect(rows.map(({ number, status }) => [number, status])).toEqual([
    [2, "ready"],
    [3, "refused"],
    [4, "duplicate"],
    [5, "duplicate"],
    [6, "refused"],
    [7, "refused"],
    [8, "refused"],
    [10, "refused"],
  ]);
  const said = rows.map(({ problems }) => problems.map(({ column, sentence }) => `${column}: ${sentence}`));
  expect(said[1]?.sort()).toEqual([
    "address: That is not a web address. It starts with https:// or http://.",
    "audience: There is no audience called “Nobody”.",
    "campaign: There is no campaign called “Never”.",
    "publish_at: “03/04/2026” is no time that can be read. Write it like 2026-12-01 09:00.",
    "teams: There is no team called “None”.",
    "title: Give the story a title.",
    "topics: There is no topic called “Nowhere”.",
  ]);
  expect(said[2]).toEqual(["address: Row 2 is about the same."]);
  expect(said[3]).toEqual(["address: The library has a story with this address: “Known”."]);
  expect(said[4]).toEqual(["expires_at: The story would expire before it is published."]);
  expect(said[5]).toEqual(["caption_x: A caption is at most 3,000 characters long."]);
  expect(said[7]).toEqual(["address: Give the row an address to link to, or a text of its own."]);
  expect(await run(curator, text)).toMatchObject({ made: 1, refused: 7 });
});

test("a caption that its network does not take is said in the words of handing in", async () => {
  const organization = await makeOrganization({ requiresDisclosure: true, disclosure: "#AcmeEmployee" });
  const curator = await makeActor(organization.id, ["curator"]);
  const text = `title,address,caption,caption_x\nA,https://acme.test/a,${"a".repeat(900)},${"a".repeat(242)}\nB,https://acme.test/b,,${"a".repeat(241)}`;

  const { rows } = await check(curator, text);

  expect(rows.map(({ status, problems }) => ({ status, problems }))).toEqual([
    {
      status: "refused",
      problems: [
        {
          column: "caption_x",
          sentence:
            "A caption is 1 character too long for X, with #AcmeEmployee and the link that go with it. Shorten it first.",
        },
      ],
    },
    { status: "ready", problems: [] },
  ]);
});

test("a text that the library has, or that an earlier row has, is named and not made again", async () => {
  const curator = await makeCurator();
  const text =
    "title,body,caption\nWhy we repair,Eleven years 💧,One\nWhy we repair,Twelve years,\nWhy we repair,Eleven years 💧,Two";
  expect(await run(curator, text)).toMatchObject({ made: 2, refused: 1 });

  const { rows } = await check(curator, text);

  expect(rows.map(({ status, problems }) => [status, problems[0]?.sentence])).toEqual([
    ["duplicate", "The library has a story with this text: “Why we repair”."],
    ["duplicate", "The library has a story with this text: “Why we repair”."],
    ["duplicate", "Row 2 says the same."],
  ]);
  await db
    .update(stories)
    .set({ state: "archived" })
    .where(eq(stories.organizationId, curator.organizationId));
  expect((await check(curator, text)).rows.map(({ status }) => status)).toEqual([
    "ready",
    "ready",
    "duplicate",
  ]);
});

test("a part that is sent twice, even at once, makes nothing twice", async () => {
  const curator = await makeCurator("admin");
  const text = "title,address,body,topics\nA,https://acme.test/a,,New\nB,,Words,new;Second\n";
  const importId = newId();

  const both = await Promise.all([run(curator, text, importId), run(curator, text, importId)]);
  const third = await run(curator, text, importId);

  expect(both.map(({ made }) => made).sort()).toEqual([0, 2]);
  expect(third).toMatchObject({ made: 0, already: 2, refused: 0 });
  expect((await storiesOf(curator)).map(({ title }) => title)).toEqual(["A", "B"]);
  const [a, b] = await storiesOf(curator);
  expect((await getStory(curator, a?.id ?? "")).topicNames).toEqual(["New"]);
  expect((await getStory(curator, b?.id ?? "")).topicNames).toEqual(["New", "Second"]);
});

test("what nobody has touched since can be taken back", async () => {
  const curator = await makeCurator();
  const importId = newId();
  await run(curator, "title,body\nA,Words\nB,Words\nC,Words\n", importId);
  await db.update(stories).set({ version: 2 }).where(eq(stories.title, "B"));

  expect(await undoImport(curator, { importId })).toEqual({ removed: 2, kept: 1 });
  expect((await storiesOf(curator)).map(({ title }) => title)).toEqual(["B"]);
});

test("five thousand rows are gone through in parts", async () => {
  const curator = await makeCurator();
  const rows = Array.from({ length: mostRows }, (_, index) => `Story ${index},https://acme.test/${index}`);
  const text = `title,address\n${rows.join("\n")}`;
  const { rows: checked } = await check(curator, text);
  expect(checked.every(({ status }) => status === "ready")).toBe(true);
  expect(await run(curator, text, newId(), 4_900)).toMatchObject({ made: 100, gone: 5_000, total: 5_000 });
});

test.each([
  { name: "UTF-8 with a mark", bytes: Buffer.from("\ufefftitle,body\nGrüße,ü 💧") },
  { name: "UTF-8 without one", bytes: Buffer.from("title,body\nGrüße,ü 💧") },
  { name: "UTF-16 with a mark", bytes: Buffer.from("\ufefftitle,body\nGrüße,ü 💧", "utf16le") },
  { name: "UTF-16 without one", bytes: Buffer.from("title,body\nGrüße,ü 💧", "utf16le") },
  {
    name: "UTF-16, the other way round",
    bytes: Buffer.from("\ufefftitle,body\nGrüße,ü 💧", "utf16le").swap16(),
  },
  { name: "Windows-1252", bytes: Buffer.from("title,body\nGr\xfc\xdfe,\x80", "latin1") },
])("$name is read", ({ bytes }) => {
  expect(readTable(decodeTable(bytes)).rows[0]?.cells[0]).toBe("Grüße");
});

test.each([
  { name: "nothing", text: " \n\n", says: "There is nothing in that file." },
  { name: "only a heading", text: "title,body", says: "no row below it" },
  { name: "an open quotation mark", text: 'title,body\n"A,b\nC,d', says: "quotation mark" },
  { name: "too many rows", text: `title\n${"a\n".repeat(mostRows + 1)}`, says: "has 5,001 rows; 5,000 fit" },
])("$name is refused with a sentence", ({ text, says }) => {
  expect(() => readTable(text)).toThrow(says);
});

test("a file over 5 MB, or with no column for titles, is refused with a sentence", async () => {
  const large = checkImportInput.safeParse({
    file: blob("a".repeat(fileLimitBytes + 1)),
    createTopics: false,
  });
  expect(large.error?.issues[0]?.message).toBe("That file is larger than 5 MB. Split it into smaller ones.");
  await expect(check(await makeCurator(), "name\nA")).rejects.toThrow("no column called “title”");
});

test.each([
  { text: "2027-02-03", time: "2027-02-03T00:00" },
  { text: "2027-02-03T9:05", time: "2027-02-03T09:05" },
  { text: "3.2.2027, 9:05", time: "2027-02-03T09:05" },
  { text: "2027-02-31", time: null },
  { text: "2027-02-03 25:00", time: null },
  { text: "3/2/2027", time: null },
  { text: "soon", time: null },
])("$text is read as $time", ({ text, time }) => expect(readTime(text)).toBe(time));

test("what is written as CSV is read back as it was, and no spreadsheet computes it", () => {
  expect(writeCsv([["=1+1", "@x", "\tx", "a\nb", '"']])).toBe('\ufeff\'=1+1,\'@x,"\'\tx","a\nb",""""\r\n');
  const cell = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `x${text}`);
  const formula = fc.constantFrom("=", "+", "-", "@").chain((sign) => cell.map((text) => sign + text));
  const table = fc.array(fc.tuple(cell, fc.oneof(cell, formula)), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(table, (cells) => {
      const read = readTable(writeCsv([["title", "body"], ...cells]));
      expect(read.rows.map((row) => row.cells)).toEqual(cells);
    }),
  );
});

test("the template imports as it is", async () => {
  const { rows, remarks } = await check(await makeCurator(), importTemplate());
  expect(remarks).toEqual([]);
  expect(rows.map(({ status }) => status)).toEqual(["ready", "ready"]);
});

test("another organization's actor takes back nothing", async () => {
  const curator = await makeCurator();
  const importId = newId();
  await run(curator, "title,body\nA,Words", importId);
  expect(await undoImport(await makeForeignActor(), { importId })).toEqual({ removed: 0, kept: 0 });
  expect(await storiesOf(curator)).toHaveLength(1);
});

test("employees and managers import nothing", async () => {
  const employee = await makeActor((await makeOrganization()).id, ["employee", "manager"]);
  const forbidden = { code: "forbidden" };
  await expect(check(employee, "title,body\nA,b")).rejects.toMatchObject(forbidden);
  await expect(run(employee, "title,body\nA,b")).rejects.toMatchObject(forbidden);
  await expect(undoImport(employee, { importId: newId() })).rejects.toMatchObject(forbidden);
});
