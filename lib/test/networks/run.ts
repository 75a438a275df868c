import { parseArgs } from "node:util";
import { startSimulator } from "./simulator.ts";
import { keepState, readState } from "./state-file.ts";

// The networks alone: `node lib/test/networks/run.ts --port 4000 [--state FILE]`. SIGTERM stops it.
const { values } = parseArgs({ options: { port: { type: "string" }, state: { type: "string" } } });
const file = values.state ? keepState(values.state) : null;
const simulator = await startSimulator({
  port: Number(values.port ?? 4000),
  ...(values.state && { state: readState(values.state) }),
  ...(file && { onChange: file.change }),
});
process.stdout.write(`${simulator.origin}\n`);

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.once(signal, async () => {
    file?.flush();
    await simulator.close();
  });
