import type { Account, AccountChange } from "./accounts.ts";
import type { ConsentPreset } from "./consent.ts";
import type { Script } from "./faults.ts";
import type { Provider } from "./provider.ts";
import type { LoggedRequest } from "./request-log.ts";
import type { Settings, SettingsChange } from "./settings.ts";
import type { PostChange, PublicPost } from "./world.ts";

export type Control = {
  /** Everything is as at the start: no posts, no tokens, no faults, the real time. */
  reset: () => Promise<void>;
  /** It is this time, and stays so until it is set or advanced again. */
  setClock: (now: Date | string) => Promise<Date>;
  advanceClock: (milliseconds: number) => Promise<Date>;
  /** Queues a fault: each is consumed in order by the calls that match. */
  script: (script: Script) => Promise<void>;
  /** Every call that reached a network, oldest first, without its secrets. */
  requests: (provider?: Provider) => Promise<LoggedRequest[]>;
  /** What everybody can see, newest first, after what the network made of it. */
  posts: (provider?: Provider) => Promise<PublicPost[]>;
  /** What the next person at an authorize page decides; it then redirects at once. */
  consent: (preset: ConsentPreset) => Promise<void>;
  account: (change: AccountChange) => Promise<Account>;
  /** A post's numbers (null: the network does not say), or that it was deleted on the network. */
  post: (change: PostChange) => Promise<void>;
  settings: (change?: SettingsChange) => Promise<Settings & { spentOnX: number }>;
};

/** The simulator at that origin, in this process or another. */
export function controlOf(origin: string): Control {
  const get = (name: string, provider?: Provider) =>
    send(`${origin}/__sim/${name}${provider ? `?provider=${provider}` : ""}`);
  const post = (name: string, body: object = {}) =>
    send(`${origin}/__sim/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const clock = async (body: object) => new Date((await post("clock", body)).now);
  return {
    reset: () => post("reset"),
    setClock: (now) => clock({ now: new Date(now).toISOString() }),
    advanceClock: (milliseconds) => clock({ advance: milliseconds }),
    script: (script) => post("script", script),
    requests: (provider) => get("requests", provider),
    posts: (provider) => get("posts", provider),
    consent: (preset) => post("consent", preset),
    account: (change) => post("account", change),
    post: (change) => post("post", change),
    settings: async (change) => {
      if (change) await post("settings", change);
      return get("settings");
    },
  };
}

async function send(url: string, init?: RequestInit) {
  const response = await fetch(url, init);
  const body = await response.json();
  if (!response.ok) throw new Error(`The simulator refused: ${body.error}`);
  return body;
}
