import { measureClicks } from "./clicks.ts";
import { measureDiversity } from "./diversity.ts";
import { measureFeed } from "./feed.ts";
import { measureFreshClone } from "./fresh-clone.ts";
import { measureHistory } from "./history.ts";
import { measurePages } from "./pages.ts";
import { measurePublish } from "./publish.ts";
import { measureSearch } from "./search.ts";
import { measureSources } from "./sources.ts";

const benches = {
  pages: measurePages,
  clicks: measureClicks,
  publish: measurePublish,
  history: measureHistory,
  diversity: measureDiversity,
  feed: measureFeed,
  sources: measureSources,
  search: measureSearch,
  "fresh-clone": measureFreshClone,
};

const name = process.argv[2] ?? "pages";
if (!(name in benches))
  throw new Error(`There is no benchmark "${name}": ${Object.keys(benches).join(", ")}.`);
const results = await benches[name as keyof typeof benches]();

console.table(results);
console.log(JSON.stringify(results, null, 2));
