import type { Answer, Call } from "./call.ts";
import type { World } from "./world.ts";

/** `:name` in the path matches one segment, which arrives decoded, in order. */
export type Route = readonly [
  method: string,
  path: string,
  run: (world: World, call: Call, ...segments: string[]) => Answer | Promise<Answer>,
];

export async function answerBy(routes: readonly Route[], world: World, call: Call): Promise<Answer | null> {
  for (const [method, path, run] of routes) {
    if (method !== call.method) continue;
    const segments = match(path, call.path);
    if (segments) return run(world, call, ...segments);
  }
  return null;
}

function match(pattern: string, path: string): string[] | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const segments: string[] = [];
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? "";
    if (part.startsWith(":") && segment) segments.push(decode(segment));
    else if (part !== segment) return null;
  }
  return segments;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
