import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { checks, passes } from "./checks.mjs";
import { install } from "./install.mjs";
import { command, run, seconds } from "./steps.mjs";

const reports = mkdtempSync(join(tmpdir(), "herald-reports-"));

await command(async () => {
  await install();
  await findBrowser();

  const total = { passed: 0, failed: 0 };
  for (const check of checks) if (!(await passes(check))) total.failed += 1;
  for (const suite of [unitTests, crashTests, browserTests]) {
    const { passed, failed } = await suite();
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

function unitTests() {
  return vitest("unit and database tests", "unit.json", ["--reporter=dot"]);
}

function crashTests() {
  return vitest("crash tests", "crash.json", ["--config", "e2e/crash.config.ts", "--reporter=verbose"]);
}

async function vitest(name, file, args) {
  const report = join(reports, file);
  const kept = ["--reporter=json", `--outputFile.json=${report}`];
  return count(name, report, "vitest", ["run", ...args, ...kept], {}, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
  }));
}

async function browserTests() {
  await build();
  const report = join(reports, "browser.json");
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return count("browser tests", report, "playwright", ["test", "--reporter=list,json"], env, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));
}

/** Runs a suite in the open and reads its report. A suite that fails without a failed test still counts as one. */
async function count(name, report, program, args, env, read) {
  const startedAt = performance.now();
  const { code } = await run(program, args, { shown: true, env });
  const counted = readReport(report, read);
  if (code !== 0) counted.failed ||= 1;
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds(startedAt)} s)`);
  return counted;
}

function readReport(path, read) {
  try {
    return read(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
