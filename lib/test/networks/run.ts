import { parseArgs } from "node:util";
import { startSimulator } from "./simulator.ts";
import { keepState, readState } from "./state-file.ts";
import { freshState } from "./world.ts";

// The networks alone: `node lib/test/networks/run.ts --port 4000 [--state FILE] [--audience]`. SIGTERM stops it.
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4000" },
    host: { type: "string", default: "127.0.0.1" },
    state: { type: "string" },
    audience: { type: "boolean", default: false },
  },
});
if (values.host !== "127.0.0.1")
  fail(`It is never reached from elsewhere: not ${values.host} but 127.0.0.1.`);

const file = values.state ? keepState(values.state) : null;
const state = values.state ? readState(values.state) : freshState();
state.settings.audience = { grows: values.audience, readsPages: values.audience, anybody: values.audience };
const simulator = await startSimulator({
  port: Number(values.port),
  state,
  onChange: file?.change,
}).catch(({ message }) => fail(message));
process.stdout.write(`${simulator.origin}\n`);

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, stop);
// Whoever started it with a channel is gone.
process.once("disconnect", stop);

async function stop(): Promise<void> {
  await simulator.close();
  file?.flush();
  process.exit(0);
}

function fail(sentence: string): never {
  process.stderr.write(`The networks cannot be simulated. ${sentence}\n`);
  process.exit(1);
}
