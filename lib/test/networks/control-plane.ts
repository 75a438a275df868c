import { type AccountChange, changeAccount } from "./accounts.ts";
import { type Answer, type Call, isObject, json } from "./call.ts";
import { advanceClock, setClock } from "./clock.ts";
import type { ConsentPreset } from "./consent.ts";
import { queueFault, type Script } from "./faults.ts";
import { findImage } from "./images.ts";
import { publicPosts, servers } from "./networks.ts";
import { type Provider, providers } from "./provider.ts";
import { changeSettings, type SettingsChange } from "./settings.ts";
import { type PostChange, resetWorld, type World } from "./world.ts";

type Command = (world: World, body: Record<string, unknown>) => unknown;

const commands: Record<string, Command> = {
  "POST reset": (world) => {
    resetWorld(world);
    return {};
  },
  "POST clock": (world, { now, advance }) => {
    if (typeof now === "string") setClock(world.state.clock, instant(now));
    else if (typeof advance === "number") advanceClock(world.state.clock, advance);
    else throw new Error("clock takes { now } or { advance }");
    return { now: new Date(world.now()).toISOString() };
  },
  "POST script": (world, body) => {
    const script = body as Script;
    if (!isObject(script.effect) || typeof script.effect.kind !== "string")
      throw new Error("script takes { match, times, effect: { kind, … } }");
    world.faults.push(queueFault(script));
    return {};
  },
  "POST consent": (world, body) => {
    world.consents.push(body as ConsentPreset);
    return {};
  },
  "POST account": (world, body) => changeAccount(world, known(body as AccountChange)),
  "POST post": (world, body) => {
    const change = known(body as PostChange);
    if (!servers[change.provider].changePost(world, change)) throw new Error(`There is no post ${change.id}`);
    return {};
  },
  "POST settings": (world, body) => {
    changeSettings(world.state.settings, body as SettingsChange);
    return world.state.settings;
  },
};

/** `/__sim/…`: what only tests and people at this machine may do. */
export function control(world: World, call: Call): Answer {
  const name = call.path.slice("/__sim/".length);
  const asked = call.query.get("provider") as Provider | null;
  if (call.method === "GET" && name === "requests")
    return json(
      200,
      world.log.filter(({ provider }) => !asked || provider === asked),
    );
  if (call.method === "GET" && name === "posts") return json(200, publicPosts(world, asked));
  if (call.method === "GET" && name === "settings")
    return json(200, { ...world.state.settings, spentOnX: world.state.x.spent });
  if (call.method === "GET" && name.startsWith("images/")) return image(world, name);
  const command = commands[`${call.method} ${name}`];
  if (!command) return json(404, { error: `The simulator has no ${call.method} ${call.path}` });
  try {
    const body: unknown = JSON.parse(call.body.toString() || "{}");
    return json(200, command(world, isObject(body) ? body : {}));
  } catch (error) {
    return json(400, { error: error instanceof Error ? error.message : "unreadable" });
  }
}

function image(world: World, name: string): Answer {
  const found = findImage(world, decodeURIComponent(name.slice("images/".length)));
  return found
    ? { status: 200, headers: { "content-type": found.type }, body: found.bytes }
    : { status: 404 };
}

function known<Change extends { provider: Provider; id: string }>(change: Change): Change {
  if (!providers.includes(change.provider) || typeof change.id !== "string" || !change.id)
    throw new Error(`takes { provider: ${providers.join("|")}, id }`);
  return change;
}

function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Error(`${text} is no time`);
  return at;
}
