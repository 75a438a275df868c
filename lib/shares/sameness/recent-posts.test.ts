import fc from "fast-check";
import { expect, test } from "vitest";
import { ownWordsLimit, similarity } from "../similarity.ts";
import { createRecentPosts, type RecentPost } from "./recent-posts.ts";

const rain = "A factory that runs on rain, and on nothing else.";
const post: RecentPost = { text: rain, memberId: "ada", network: "linkedin", at: 1_000 };
const question = { text: rain, network: "linkedin", memberId: "me", since: 0 } as const;

test.each<{ name: string; posts: Partial<RecentPost>[]; text?: string; said: [number, boolean, boolean] }>([
  { name: "nobody posted anything", posts: [], said: [0, false, false] },
  { name: "a colleague posted the same", posts: [{}], said: [1, true, true] },
  { name: "one colleague posted it twice", posts: [{}, {}], said: [1, true, true] },
  { name: "two colleagues did", posts: [{}, { memberId: "bo" }], said: [2, true, true] },
  { name: "it was oneself", posts: [{ memberId: "me" }], said: [0, false, false] },
  { name: "it was long ago", posts: [{ at: -1 }], said: [0, false, false] },
  { name: "it was on another network", posts: [{ network: "x" }], said: [1, false, true] },
  {
    name: "this network counts before others",
    posts: [{}, { memberId: "bo", network: "x" }],
    said: [1, true, true],
  },
  { name: "the words differ", posts: [{}], text: "I met the people who do it.", said: [0, false, false] },
  { name: "there are no words", posts: [{ text: "" }], text: "", said: [0, false, false] },
])("$name: colleagues, here, closest are $said", ({ posts, text = rain, said }) => {
  const recent = createRecentPosts();
  for (const each of posts) recent.add({ ...post, ...each });
  const { colleagues, isHere, closest } = recent.compare({ ...question, text });
  expect([colleagues, isHere, closest !== null]).toEqual(said);
});

test("the closest text is shown, of those on the same network first", () => {
  const recent = createRecentPosts();
  recent.add({ ...post, text: `${rain} Really.` });
  recent.add({ ...post, network: "x" });
  expect(recent.compare(question).closest).toBe(`${rain} Really.`);
  expect(recent.compare({ ...question, network: "x" }).closest).toBe(rain);
});

test("it finds close exactly what the similarity of two texts says is close", () => {
  const word = fc.constantFrom("rain", "water", "Wasser", "works", "at", "night", "雨", "🏭", "pipe", "2086");
  const text = fc.array(word, { maxLength: 9 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (texts, asked) => {
      const recent = createRecentPosts();
      for (const [index, each] of texts.entries()) recent.add({ ...post, text: each, memberId: `${index}` });
      const close = texts.filter((each) => similarity(asked, each) >= ownWordsLimit);
      expect(recent.compare({ ...question, text: asked }).colleagues).toBe(close.length);
    }),
  );
});
