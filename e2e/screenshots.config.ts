import { defineConfig } from "@playwright/test";
import settings from "../playwright.config.ts";

const sizes = {
  1440: { viewport: { width: 1440, height: 900 } },
  360: { viewport: { width: 360, height: 760 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

/** Takes the pictures in docs/screenshots anew: `npm run screenshots`, after `npm run build`. */
export default defineConfig({
  ...settings,
  testDir: "screenshots",
  testMatch: "*.shot.ts",
  outputDir: "results/screenshots",
  globalSetup: "./support/template.ts",
  workers: 1,
  reporter: "list",
  projects: Object.entries(sizes).flatMap(([width, use]) =>
    (["light", "dark"] as const).map((colorScheme) => ({
      name: `${width}-${colorScheme}`,
      use: { ...use, colorScheme },
    })),
  ),
});
