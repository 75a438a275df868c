import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Worker } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { findBrowser } from "./support/browser.ts";
import { signIn } from "./support/sign-in.ts";
import { test } from "./support/with-article-site.ts";

test("the extension suggests the page one reads, once it knows where Herald is", async ({ server, site }) => {
  const folder = await mkdtemp(join(tmpdir(), "herald-extension-"));
  const context = await launchWith(await forLoopback(folder), join(folder, "profile"), server.url);
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    await setAddress(context, worker, server.url);

    const page = await context.newPage();
    await signIn(page, "employee");
    await page.goto(`${site.origin}/article/Rain on the roof`);
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    const opened = context.waitForEvent("page");
    await clickAction(worker, site.origin);
    const suggest = await opened;

    await expect(suggest.getByRole("heading", { name: "Suggest a story" })).toBeVisible();
    await expect(suggest.getByLabel("Link")).toHaveValue(/\/article\/Rain/);
    await expect(suggest.getByLabel("Why is it worth sharing?")).toHaveValue(/^“.+”$/s);
    await suggest.getByRole("button", { name: "Suggest it" }).click();
    const suggestion = suggest.getByRole("listitem").filter({ hasText: "Rain on the roof" });
    await expect(suggestion.getByText("In review")).toBeVisible();
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function launchWith(extension: string, profile: string, baseURL: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    baseURL,
    // Only the browser's own headless mode loads extensions; Playwright's older one does not.
    headless: false,
    args: [
      "--headless=new",
      "--no-sandbox",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
}

/** The extension itself, but for one line: no test can press a browser's own button, and `activeTab` begins with that. */
async function forLoopback(folder: string): Promise<string> {
  const copy = join(folder, "extension");
  await cp("extension", copy, { recursive: true });
  const manifest = JSON.parse(await readFile(join(copy, "manifest.json"), "utf8")) as Record<string, unknown>;
  await writeFile(
    join(copy, "manifest.json"),
    JSON.stringify({ ...manifest, host_permissions: ["http://127.0.0.1/*"] }),
  );
  return copy;
}

async function setAddress(context: BrowserContext, worker: Worker, address: string): Promise<void> {
  const options = await context.newPage();
  await options.goto(new URL("options.html", worker.url()).href);
  await options.getByLabel("Herald’s address").fill("http://herald.example.com");
  await options.getByRole("button", { name: "Save" }).click();
  await expect(options.getByText("begins with https://")).toBeVisible();
  await options.getByLabel("Herald’s address").fill(`${address}/desk`);
  await options.getByRole("button", { name: "Save" }).click();
  await expect(options.getByText("Saved.")).toBeVisible();
  await expect(options.getByLabel("Herald’s address")).toHaveValue(address);
  await options.close();
}

/** What the button does, in the tab of the page. */
async function clickAction(worker: Worker, origin: string): Promise<void> {
  await worker.evaluate(async (started) => {
    type Tab = { url?: string };
    type Api = {
      tabs: { query: (of: object) => Promise<Tab[]> };
      action: { onClicked: { dispatch: (tab: Tab) => void } };
    };
    const { tabs, action } = (globalThis as unknown as { chrome: Api }).chrome;
    const tab = (await tabs.query({})).find(({ url }) => url?.startsWith(started));
    if (tab) action.onClicked.dispatch(tab);
  }, origin);
}
