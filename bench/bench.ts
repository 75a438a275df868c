import { measureBoards } from "./boards.ts";
import { measureClicks } from "./clicks.ts";
import { measureDiversity } from "./diversity.ts";
import { measureFreshClone } from "./fresh-clone.ts";
import { measureHistory } from "./history.ts";
import { measurePages } from "./pages.ts";
import { measurePublish } from "./publish.ts";
import { measureReading } from "./reading.ts";
import { measureSearch } from "./search.ts";
import { measureSources } from "./sources.ts";

const benches: Record<string, (() => Promise<unknown>)[]> = {
  pages: [measurePages],
  boards: [measureBoards],
  clicks: [measureClicks],
  publish: [measurePublish],
  history: [measureHistory],
  diversity: [measureDiversity],
  feed: [measureReading, measureSearch],
  sources: [measureSources],
  "fresh-clone": [measureFreshClone],
};

const name = process.argv[2] ?? "pages";
const measures = benches[name];
if (!measures) throw new Error(`There is no benchmark "${name}": ${Object.keys(benches).join(", ")}.`);
for (const measure of measures) {
  const results = await measure();
  console.table(results);
  console.log(JSON.stringify(results, null, 2));
}
