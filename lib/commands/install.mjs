import { existsSync, readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { CommandError, must, step } from "./steps.mjs";

const neededMegabytes = 1500;

/** Installs the packages of package-lock.json, unless exactly these are there. */
export async function install() {
  if (matchesLock()) return;
  const { bavail, bsize } = await statfs(".");
  const megabytes = Math.round((bavail * bsize) / 1024 ** 2);
  if (megabytes < neededMegabytes)
    throw new CommandError(
      `The disk has ${megabytes} MB left; installing and building Herald needs about ${neededMegabytes} MB.`,
    );
  await step("Installing packages (a minute or two the first time)", () =>
    must("npm could not install the packages.", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
}

function matchesLock() {
  if (!existsSync("node_modules/.package-lock.json") || !existsSync("node_modules/.bin/node")) return false;
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  const isThere = ([path, { version, optional }]) =>
    path === "" || optional || present[path]?.version === version;
  const isWanted = ([path, { version }]) => wanted[path]?.version === version;
  return Object.entries(wanted).every(isThere) && Object.entries(present).every(isWanted);
}

const packagesOf = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
