import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A Chromium on the path; undefined lets Playwright use the one that it installed itself. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders
    .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}
