import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { freshState, type State } from "./world.ts";

const patienceMs = 300;

/** What an earlier run left; what it did not know yet is as at the start. */
export function readState(path: string): State {
  const fresh = freshState();
  if (!existsSync(path)) return fresh;
  const kept: Partial<State> = JSON.parse(readFileSync(path, "utf8"));
  const merged = { ...fresh, ...kept };
  return {
    ...merged,
    linkedin: { ...fresh.linkedin, ...kept.linkedin },
    x: { ...fresh.x, ...kept.x },
    bluesky: { ...fresh.bluesky, ...kept.bluesky },
    mastodon: { ...fresh.mastodon, ...kept.mastodon },
  };
}

/** Writes a while after a change, and at the end what is not written yet. */
export function keepState(path: string): { change: (state: State) => void; flush: () => void } {
  let waiting: { state: State; timer: NodeJS.Timeout } | null = null;
  function flush(): void {
    if (!waiting) return;
    clearTimeout(waiting.timer);
    mkdirSync(dirname(path), { recursive: true });
    // In one step, so that a stop in the middle leaves the file of before.
    writeFileSync(`${path}.new`, JSON.stringify(waiting.state), { mode: 0o600 });
    renameSync(`${path}.new`, path);
    waiting = null;
  }
  function change(state: State): void {
    const timer = waiting?.timer ?? setTimeout(flush, patienceMs);
    waiting = { state, timer };
  }
  return { change, flush };
}
