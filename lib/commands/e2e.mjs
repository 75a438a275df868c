import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { command, run } from "./steps.mjs";

await command(async () => {
  await install();
  await findBrowser();
  await build();
  const { code } = await run("playwright", ["test", ...process.argv.slice(2)], { shown: true });
  return code;
});
