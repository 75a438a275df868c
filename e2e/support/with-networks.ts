import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { test as base } from "../fixtures.ts";

/** Tests whose server publishes to simulated networks. They are the worker's: a test resets them before it counts posts. */
export const test = base.extend<object, { networks: Simulator }>({
  networks: [
    async ({ playwright: _ }, use) => {
      const networks = await startSimulator();
      await use(networks);
      await networks.close();
    },
    { scope: "worker" },
  ],
  serverEnv: [async ({ networks }, use) => use({ NETWORK_SIMULATOR: networks.origin }), { scope: "worker" }],
});
