import { measureFreshClone } from "./fresh-clone.ts";
import { measurePages } from "./pages.ts";

const results = process.argv[2] === "fresh-clone" ? await measureFreshClone() : await measurePages();

console.table(results);
console.log(JSON.stringify(results, null, 2));
