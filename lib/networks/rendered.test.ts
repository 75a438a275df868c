import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import type { Access } from "./account.ts";
import { adapterOf } from "./adapters.ts";
import type { FrozenPost } from "./publisher.ts";
import { renderPost } from "./rendered.ts";
import type { Segment } from "./segments.ts";
import { fits } from "./text-length.ts";

const connectable = ["linkedin", "x", "bluesky", "mastodon"] as const;
type Connectable = (typeof connectable)[number];

const simulator = await startSimulator();

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  await simulator.reset();
});
afterAll(() => simulator.close());

const url = "https://go.acme.test/s/a1B2c3D4e5F";
const card = { title: "A factory\n that runs on <rain> & [sun]", description: "How it works (50 %)" };
const isKnown = (handle: string) => handle === "bob.test";

async function connect(network: Connectable): Promise<Access> {
  const adapter = adapterOf(network);
  if (!adapter) throw new Error(`${network} has no adapter`);
  return (await connectAs(simulator, adapter)).access;
}

/** Publishes through the adapter; what the simulator then shows to everybody. */
async function publish(network: Connectable, access: Access, text: string) {
  const createdAt = "2026-11-25T09:00:00.000Z";
  const post: FrozenPost = { text, url, card, image: null, language: "en", createdAt };
  const publisher = adapterOf(network)?.publisher;
  const prepared = await publisher?.prepare(access, post, null);
  if (prepared?.kind !== "ready") throw new Error(`not ready: ${JSON.stringify(prepared)}`);
  const created = await publisher?.create(access, prepared.request);
  expect(created?.outcome.kind).toBe("published");
  const [shown] = await simulator.posts(network);
  if (!shown) throw new Error("nothing is shown");
  return shown;
}

/** Only Bluesky says what is a link, a mention and a hashtag; of the others the text is compared. */
const asShown = (segments: Segment[]) =>
  segments.map((segment) => ({
    text: segment.text,
    ...(segment.kind === "link" && { link: segment.url }),
    ...(segment.kind === "hashtag" && { tag: segment.tag }),
    ...(segment.kind === "mention" && { mention: expect.stringMatching(/^did:plc:/) }),
  }));

const textOf = (segments: Segment[]): string => segments.map(({ text }) => text).join("");

const texts = {
  "LinkedIn's own test vector":
    "We're hiring (Berlin)! 50% remote_first *now* – see [docs] <here> #jobs @Acme a\\b ~ {x|y}",
  "every letter that means something to LinkedIn": "a | { } @ [ ] ( ) < > # \\ * _ ~ b",
  "attempts at LinkedIn's own elements": "@[Bob](urn:li:person:1) {hashtag|\\#|jobs} \\#x \\\\ {{}}",
  "hashtags of many kinds": "#work_from_home #AI_x #Ünïcode #a🌧b #1 ##x #_ (#no) x#y #雨 ＃全角 #end.",
  "emoji of several letters": "👨‍👩‍👧‍👦 👩🏽‍🚀 🇳🇵 ❤️ #👨‍👩‍👧",
  "words from right to left": "مرحبا بالعالم #مرحبا (שלום) 50%",
  "line ends of all kinds": "one\r\ntwo\rthree\n\nfour\t.",
  mentions: "@bob.test, @nobody.test and @bob@example.social (@bob) me@acme.com",
  "bare domains": "See acme.com, my-acme.co.uk/x?y=1 and readme.md. Not next.js, e.g. or 3.5",
  "two links": "https://other.example.com/a_(b)?c=d&e=f#g and (http://b.de/x)",
  "a link with a long path": "https://www.acme.com/stories/2026/11/a-factory-that-runs-on-rain?utm=1",
  "letters written as two": "Cafe\u0301 Ma\u0308rz",
  "what cannot be seen": "a\u0000b\u0007c\u200Bd \uD83D half",
  "our own link once more": `${url} twice`,
  "nothing but spaces between": "one   two",
  "no words": "",
};

test.each(
  connectable.flatMap((network) => Object.entries(texts).map(([name, text]) => ({ network, name, text }))),
)("the preview of $name is what $network shows", async ({ network, text }) => {
  const shown = await publish(network, await connect(network), text);
  const { segments, card: shownCard } = renderPost(network, { text, url, card }, isKnown);
  expect(textOf(segments)).toBe(shown.text);
  if (shown.segments) expect(asShown(segments)).toEqual(shown.segments);
  expect(shownCard?.url).toBe(shown.card?.url);
  // X and Mastodon read the page themselves, which the simulator does not.
  if (shown.card?.title !== null) expect(shown.card).toMatchObject(shownCard ?? {});
});

test.each(connectable)("the preview of any text is what %s shows", async (network) => {
  const access = await connect(network);
  const nasty = fc.constantFrom(
    ..."|{}@[]()<>#\\*_~ \n.:/",
    "👨‍👩‍👧‍👦",
    "#a",
    "@b",
    "https://a.com/",
    "é",
    "م",
    "x.de",
  );
  const anyText = fc.array(fc.oneof(nasty, nasty, fc.string({ unit: "grapheme", maxLength: 4 })), {
    maxLength: 30,
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(anyText, async (parts) => {
      run += 1;
      // No network takes the same words twice.
      const text = `${parts.join("")} ${run}`;
      fc.pre(fits(network, text, url));
      const shown = await publish(network, access, text);
      const { segments } = renderPost(network, { text, url, card }, isKnown);
      expect(textOf(segments)).toBe(shown.text);
      if (shown.segments) expect(asShown(segments)).toEqual(shown.segments);
    }),
    { numRuns: 40 },
  );
});

test("what is shown where the words are pasted or handed over", () => {
  const draft = { text: "Rain https://a.com/x.", url, card };
  const link = { kind: "link", text: url, url };
  const words = [
    { kind: "text", text: "Rain " },
    { kind: "link", text: "https://a.com/x", url: "https://a.com/x" },
  ];
  expect(renderPost("facebook", draft)).toEqual({
    segments: [...words, { kind: "text", text: "." }],
    card: { url, title: "A factory that runs on <rain> & [sun]", description: card.description },
  });
  expect(renderPost("whatsapp", draft)).toEqual({
    segments: [...words, { kind: "text", text: ".\n\n" }, link],
    card: null,
  });
});

test("Mastodon makes its card of the first address, of which Herald knows no title", () => {
  const draft = { text: "See https://a.com/x first", url, card };
  expect(renderPost("mastodon", draft).card).toEqual({
    url: "https://a.com/x",
    title: null,
    description: null,
  });
});
