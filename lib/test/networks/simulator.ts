import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Answer, type Call, json, Refusal, readCall } from "./call.ts";
import { type Control, controlOf } from "./control.ts";
import { control } from "./control-plane.ts";
import { deliver, isProcessed, takeFault } from "./faults.ts";
import { servers } from "./networks.ts";
import { type Provider, providerOf } from "./provider.ts";
import { publicPage } from "./public-page.ts";
import { logRequest } from "./request-log.ts";
import { createWorld, freshState, type State, type World } from "./world.ts";

export type Simulator = Control & { origin: string; close: () => Promise<void> };

/**
 * LinkedIn, X, Bluesky and Mastodon on one loopback origin. Nothing can reach it from another machine, and it reaches
 * none.
 */
export async function startSimulator({
  port = 0,
  now = Date.now,
  state = freshState(),
  onChange = () => {},
}: {
  port?: number;
  /** The time while the control plane has not set another. */
  now?: () => number;
  state?: State;
  onChange?: (state: State) => void;
} = {}): Promise<Simulator> {
  const world = createWorld("", state, now);
  const server = createServer((request, response) => {
    serve(world, request, response)
      .then(() => request.method !== "GET" && onChange(world.state))
      // The client went away while it was being answered.
      .catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the simulator listens on no port");
  world.origin = `http://127.0.0.1:${address.port}`;
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { ...controlOf(world.origin), origin: world.origin, close };
}

async function serve(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let call: Call;
  try {
    call = await readCall(request, world.origin);
  } catch (error) {
    await deliver(response, answerTo(error), null);
    return;
  }
  const provider = providerOf(call.path);
  if (provider) return serveNetwork(world, provider, call, response);
  const answer = call.path.startsWith("/__sim/") ? control(world, call) : publicPage(world, call.path);
  await deliver(response, answer ?? { status: 404 }, null);
}

async function serveNetwork(
  world: World,
  provider: Provider,
  call: Call,
  response: ServerResponse,
): Promise<void> {
  const network = servers[provider];
  const account = network.accountOf(world, call);
  const target = { provider, method: call.method, path: call.path, account };
  const fault = takeFault(world.faults, target, world.luck);
  const at = new Date(world.now()).toISOString();
  const entry = logRequest(world.log, call, { at, provider, account, fault });
  const answer = isProcessed(fault) ? await network.answer(world, call).catch(answerTo) : { status: 500 };
  const nothing = json(404, { error: `Simulated ${provider} has no ${call.method} ${call.path}` });
  entry.status = await deliver(response, answer ?? nothing, fault);
}

/** Only a defect of the simulator gets to the second case. */
function answerTo(error: unknown): Answer {
  if (error instanceof Refusal) return error.answer;
  return json(500, { error: `The simulator failed: ${error instanceof Error ? error.stack : error}` });
}
