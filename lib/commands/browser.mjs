import { existsSync } from "node:fs";
import { CommandError, run, step } from "./steps.mjs";

/** Makes sure that there is a Chromium for the browser tests, in the ways that a machine may offer. */
export async function findBrowser() {
  if (await hasBrowser()) return;
  await step("Getting a browser for the tests", async () => {
    await run("playwright", ["install", "chromium"]);
    if (await hasBrowser()) return "Playwright's Chromium";
    if (process.getuid?.() === 0) {
      await run("apt-get", ["update"]);
      await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
        env: { DEBIAN_FRONTEND: "noninteractive" },
      });
      if (await hasBrowser()) return "Debian's chromium";
    }
    throw new CommandError(
      "No browser could be had for the browser tests. Install Chromium so that `chromium` is on the path, or let `npx playwright install --with-deps chromium` fetch one, and run this again.",
    );
  });
}

async function hasBrowser() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"])
    if ((await run(name, ["--version"])).code === 0) return true;
  const { chromium } = await import("@playwright/test");
  const own = chromium.executablePath();
  return existsSync(own) && (await run(own, ["--version"])).code === 0;
}
