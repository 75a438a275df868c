import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "./build.mjs";
import { startNetworks } from "./demo-networks.mjs";
import { install } from "./install.mjs";
import { CommandError, command, must, step, withOwnNode } from "./steps.mjs";

const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);
const address = `http://${host}:${port}`;

const settings = {
  NODE_ENV: "production",
  HERALD_DEMO: "1",
  HOST: host,
  PORT: String(port),
  PUBLIC_URL: process.env.PUBLIC_URL || address,
  DATA_DIR: process.env.DATA_DIR || ".data",
  // The demo never touches a real database, whatever the shell that starts it is set up for.
  DATABASE_URL: "",
  LOG_LEVEL: process.env.LOG_LEVEL || "warn",
};

await command(async () => {
  await assertPortIsFree();
  await install();
  await build();
  await step("Making the database and its demo organizations", () =>
    must("The demo could not be made.", "node", ["lib/commands/seed.ts", "--if-empty"], { env: settings }),
  );
  return serve();
});

/** Asked first: nobody should wait for a build to be told that. */
function assertPortIsFree() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", ({ code, message }) => {
      const taken = `Port ${port} is taken by another program (perhaps another Herald). Stop it, or choose another port: PORT=${port + 1} npm run demo`;
      reject(
        new CommandError(code === "EADDRINUSE" ? taken : `Herald cannot listen at ${address}: ${message}.`),
      );
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

async function serve() {
  const startedAt = performance.now();
  const networks = await startNetworks({ port, dataDir: settings.DATA_DIR });
  // In a process group of its own: Ctrl-C reaches the server once, through us.
  const server = spawn("node", ["--max-semi-space-size=64", "server.ts"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: withOwnNode({ ...settings, NETWORK_SIMULATOR: networks.origin }),
    detached: true,
  });
  const ended = new Promise((resolve) => server.once("close", (code) => resolve(code ?? 1)));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      if (signal === "SIGINT") console.log("\nStopping.");
      server.kill("SIGTERM");
    });

  while (server.exitCode === null && !(await isReady())) await wait(100);
  if (server.exitCode === null) greet(performance.now() - startedAt, networks.origin);
  const code = await ended;
  await networks.stop();
  return code;
}

async function isReady() {
  const response = await fetch(`${address}/readyz`).catch(() => null);
  return response?.ok === true;
}

function greet(milliseconds, networks) {
  console.log(`Starting … done (${(milliseconds / 1000).toFixed(1)} s)

  Herald is at ${settings.PUBLIC_URL}

  Sign in as one of these, with one click on the sign-in page:
    employee@acme.test    curator@acme.test
    manager@acme.test     admin@acme.test
    employee@globex.test  admin@globex.test

  Networks are simulated; what is posted shows at ${networks}/
  On Bluesky you are any handle that ends in .test, with the app password abcd-efgh-ijkl-mnop.

  What you do is kept in ${settings.DATA_DIR}. Ctrl-C stops it.
`);
}
