import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { CommandError, withOwnNode } from "./steps.mjs";

/**
 * Starts the simulated networks, on the port after Herald's when it is free: connections that were made find them again
 * there. What was posted is kept beside the demo's database.
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export async function startNetworks({ port, dataDir }) {
  const chosen = (await isFree(port + 1)) ? port + 1 : await anyFreePort();
  const networks = spawn(
    "node",
    [
      "lib/test/networks/run.ts",
      "--audience",
      "--port",
      String(chosen),
      "--state",
      join(dataDir, "networks.json"),
    ],
    // In a process group of its own: Ctrl-C reaches it through us, after the server that speaks to it. The channel
    // tells it when we are gone, however that came.
    { stdio: ["ignore", "pipe", "inherit", "ipc"], env: withOwnNode(), detached: true },
  );
  const ended = once(networks, "close");
  const failed = ended.then(() => {
    throw new CommandError(`The simulated networks could not start at port ${chosen}.`);
  });
  const [origin] = await Promise.race([once(networks.stdout, "data"), failed]);
  failed.catch(() => {});
  const stop = async () => {
    networks.kill("SIGTERM");
    await ended;
  };
  return { origin: String(origin).trim(), stop };
}

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });

async function anyFreePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}
