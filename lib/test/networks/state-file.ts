import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { freshState, type State } from "./world.ts";

const patienceMs = 300;

/** What an earlier run left; what that did not know yet is as at the start. */
export function readState(path: string): State {
  const fresh = freshState();
  if (!existsSync(path)) return fresh;
  const kept: Partial<State> = JSON.parse(readFileSync(path, "utf8"));
  return {
    ...fresh,
    ...kept,
    settings: {
      audience: { ...fresh.settings.audience, ...kept.settings?.audience },
      linkedin: { ...fresh.settings.linkedin, ...kept.settings?.linkedin },
      x: { ...fresh.settings.x, ...kept.settings?.x },
      bluesky: { ...fresh.settings.bluesky, ...kept.settings?.bluesky },
      mastodon: { ...fresh.settings.mastodon, ...kept.settings?.mastodon },
    },
    linkedin: { ...fresh.linkedin, ...kept.linkedin },
    x: { ...fresh.x, ...kept.x },
    bluesky: { ...fresh.bluesky, ...kept.bluesky },
    mastodon: { ...fresh.mastodon, ...kept.mastodon },
  };
}

/** Writes a while after a change, and when told to what is not written yet. */
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
    waiting = { state, timer: waiting?.timer ?? setTimeout(flush, patienceMs) };
  }
  return { change, flush };
}
