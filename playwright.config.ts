import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./e2e/support/browser.ts";

export default defineConfig({
  testDir: "e2e",
  outputDir: "e2e/results",
  globalSetup: "./e2e/support/template.ts",
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A CI machine may be slow for a moment. What needed its second try is reported as flaky, and is looked at.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "e2e/results/report.json" }]],
  use: {
    locale: "en-GB",
    contextOptions: { reducedMotion: "reduce" },
    permissions: ["clipboard-read", "clipboard-write"],
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: findBrowser(), args: ["--no-sandbox"] },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    {
      name: "phone",
      // What these go through is seen on a phone by other specs, and the whole of them has to end in time.
      testIgnore:
        /(attempts|audiences|click|connections|extension|guidelines|engagement|import|library|media|networks|planning|reported|scores|server|sign-in)\.spec\.ts/,
      use: { ...devices["Pixel 5"], viewport: { width: 360, height: 740 } },
    },
  ],
});
