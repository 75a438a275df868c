import { mkdir, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "../fixtures.ts";
import type { DemoRole } from "../support/sign-in.ts";

type Picture = {
  name: string;
  as?: DemoRole | `${string}@${string}`;
  path: string;
  /** What has to be done, and seen, before the picture is taken. */
  prepare?: (page: Page) => Promise<void>;
};

const pictures: Picture[] = [
  { name: "sign-in", path: "/sign-in" },
  { name: "feed", as: "employee", path: "/" },
  { name: "story", as: "employee", path: "/", prepare: openStory },
  { name: "composer", as: "employee", path: "/", prepare: openComposer },
  { name: "leaderboard", as: "employee", path: "/leaderboard" },
  { name: "leaderboard-teams", as: "manager", path: "/leaderboard?view=teams" },
  { name: "me", as: "employee", path: "/me" },
  { name: "share", as: "employee", path: "/me", prepare: openShare },
  { name: "suggest", as: "employee", path: "/suggest" },
  { name: "desk", as: "admin", path: "/desk", prepare: openFromQueue },
  { name: "story-clicks", as: "curator", path: "/desk?tab=approved", prepare: openClicks },
  { name: "editor", as: "curator", path: "/desk/stories/new", prepare: beginStory },
  { name: "people", as: "admin", path: "/admin/people" },
  { name: "settings", as: "admin", path: "/admin/settings" },
  { name: "networks", as: "admin", path: "/admin/networks", prepare: wantX },
  { name: "networks-costs", as: "admin", path: "/admin/networks", prepare: showCosts },
  { name: "connections", as: "employee", path: "/me/connections" },
  { name: "globex", as: "employee@globex.test", path: "/" },
  { name: "empty-feed", as: "employee", path: "/?q=zeppelin" },
  { name: "not-found", as: "employee", path: "/stories/nowhere" },
];

test.use({ expectedErrors: [/status of 404/] });

for (const { name, as, path, prepare } of pictures)
  test(name, async ({ page, signInAs }, { project }) => {
    if (as) await signInAs(as);
    await page.goto(path);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await prepare?.(page);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForLoadState("networkidle");
    await mkdir("docs/screenshots", { recursive: true });
    const image = await sharp(await page.screenshot())
      .webp({ quality: 82, effort: 6 })
      .toBuffer();
    await writeFile(`docs/screenshots/${name}-${project.name}.webp`, image);
  });

/** With what stands there once an admin wants to publish to X, not saved. */
async function wantX(page: Page): Promise<void> {
  const form = page.getByRole("form", { name: "Settings for X" });
  await form.getByRole("checkbox", { name: /publish to X/ }).check();
  await form.getByLabel(/posting may cost/).fill("25");
  await form.getByRole("checkbox", { name: /asks X for figures/ }).check();
  await form.getByLabel(/reading may cost/).fill("5");
}

async function showCosts(page: Page): Promise<void> {
  await wantX(page);
  await page
    .getByRole("heading", { name: /^A month of posting/ })
    .evaluate((heading) => scrollTo({ top: heading.getBoundingClientRect().top + scrollY - 96 }));
}

async function openStory(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /Fish first/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: /Fish first/ })).toBeVisible();
}

async function openShare(page: Page): Promise<void> {
  const shares = page.getByRole("region", { name: "What you shared" });
  await shares.getByRole("link", { name: /Fish first/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Fish first/ })).toBeVisible();
}

async function openClicks(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /Fish first/ })
    .first()
    .click();
  await page.getByRole("link", { name: /When and from where/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Fish first/ })).toBeVisible();
}

async function openComposer(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Share “The night the river/ }).click();
  const words = page.getByRole("dialog").getByRole("textbox", { name: "Your words" });
  await words.fill(
    "I slept through it, which is rather the point. Siobhán did not, and tells it better than any brochure: minus fourteen, a green tank, and a telephone that never rang.",
  );
  await expect(page.getByRole("dialog").getByText("Sounds like you", { exact: true })).toBeVisible();
}

async function openFromQueue(page: Page): Promise<void> {
  await page.getByRole("link", { name: /What the new heat law changes/ }).click();
  await expect(page.getByRole("heading", { level: 2, name: /What the new heat law/ })).toBeVisible();
}

async function beginStory(page: Page): Promise<void> {
  await page.getByText("Text", { exact: true }).first().click();
  await page.getByLabel("Title").fill("The baker who would have noticed first");
  await page
    .getByLabel("Summary")
    .fill("At four in the morning the warmest place in Velden is behind the flour.");
  await page
    .getByLabel("Text", { exact: true })
    .last()
    .fill("She says the oven is not the warm place. The warm place is the corner where the pipe comes in.");
}
