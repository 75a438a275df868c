import { readFile } from "node:fs/promises";

/** The article given with the project where it is there; one of our own otherwise. */
export async function readFirstStory(): Promise<string> {
  const given = await readFile("../shared/data/first-story.txt", "utf8").catch(() => null);
  console.log(given ? "text story: ../shared/data/first-story.txt" : "text story: our own fixture");
  return (
    given ??
    "Top down, bottom up, or both?\nIn our experience it is both.\nSo we asked the night shift first."
  );
}
