import { run, seconds, tail } from "./steps.mjs";

/** What must hold before any test runs, in the order of how fast each one tells. */
export const checks = [
  { name: "lint", script: "lint" },
  { name: "types", script: "types" },
  { name: "boundaries", script: "boundaries" },
  { name: "unused", script: "unused" },
];

/** Runs one npm script as a check and prints one line about it, and what it said if it failed. */
export async function passes({ name, script }) {
  const startedAt = performance.now();
  const { code, output } = await run("npm", ["run", "--silent", script]);
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds(startedAt)} s)`);
  if (code !== 0) console.log(tail(output));
  return code === 0;
}
