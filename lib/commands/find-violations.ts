import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult, type IModule } from "dependency-cruiser";
import config from "../../.dependency-cruiser.mjs";

export type Violation = { rule: string; path: string[] };

const rooms = ["app", "components", "db", "lib", "e2e", "bench", "server.ts"];

/** Everything that breaks a rule of how the rooms depend on each other. */
export async function findViolations(folder: string): Promise<{ modules: number; violations: Violation[] }> {
  const { modules, summary } = await cruiseRooms(folder);
  const own = modules.filter(
    ({ source }) => existsSync(join(folder, source)) && !source.includes("node_modules"),
  );
  // A cruise that saw nothing also finds nothing wrong.
  if (own.length === 0) throw new Error("dependency-cruiser saw no module, so it can vouch for nothing");
  const broken = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, path: [from, to] }));
  return { modules: own.length, violations: [...broken, ...misnamed(own), ...reachBrowser(folder, own)] };
}

async function cruiseRooms(folder: string): Promise<ICruiseResult> {
  const { forbidden, options } = config;
  const present = rooms.filter((room) => existsSync(join(folder, room)));
  const ruleSet = { forbidden };
  const { output } = await cruise(present, { ...options, baseDir: folder, validate: true, ruleSet });
  if (typeof output === "string") throw new Error("dependency-cruiser answered with a report");
  return output;
}

const drawer = /(^|\/)(utils?|helpers?|common|misc)(\/|\.[a-z]+$)/;
const barrel = /(^|\/)index\.tsx?$/;

function misnamed(modules: IModule[]): Violation[] {
  const named = (rule: string, pattern: RegExp) =>
    modules.filter(({ source }) => pattern.test(source)).map(({ source }) => ({ rule, path: [source] }));
  return [...named("no-drawers", drawer), ...named("no-barrels", barrel)];
}

const serverOnly =
  /(^|\/)(queries|mutations)\.ts$|^db\/|^server\.ts$|^lib\/(env|log|health)\.ts$|^lib\/auth\/actor\.ts$/;

/** Follows what each "use client" module runs, up to the actions: only their addresses reach the browser. */
function reachBrowser(folder: string, modules: IModule[]): Violation[] {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const directive = (source: string, name: string) =>
    new RegExp(`^(\\s|/\\*[^]*?\\*/|//.*\\n)*["']use ${name}["']`).test(
      readFileSync(join(folder, source), "utf8"),
    );
  const visited = new Set<string>();
  const violations: Violation[] = [];

  function follow(source: string, path: string[]): void {
    if (visited.has(source) || !bySource.has(source) || directive(source, "server")) return;
    visited.add(source);
    const here = [...path, source];
    if (serverOnly.test(source)) violations.push({ rule: "queries-stay-on-the-server", path: here });
    for (const { resolved, dependencyTypes } of bySource.get(source)?.dependencies ?? [])
      if (!dependencyTypes.includes("type-only")) follow(resolved, here);
  }
  for (const { source } of modules) if (directive(source, "client")) follow(source, []);
  return violations;
}
