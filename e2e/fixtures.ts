import { test as base, type Page } from "@playwright/test";
import { type HeraldServer, startServer, stopServer } from "./support/server.ts";
import { signIn } from "./support/sign-in.ts";

export { expect } from "@playwright/test";
export { expectAccessible } from "./support/accessible.ts";

type WorkerFixtures = {
  /**
   * Variables that this worker's server is started with, over the usual ones. Set with `test.use({ serverEnv })` at the
   * top of a file, or extended as a worker fixture when something must be started first.
   */
  serverEnv: Record<string, string>;
  /** The production build on a port and a copy of the small demo of its own; shared by the worker's tests. */
  server: HeraldServer;
};

type Fixtures = {
  /** `signInAs("curator")` is Acme's demo curator, `signInAs("admin@globex.test")` whoever has that address. */
  signInAs: (who: Parameters<typeof signIn>[1], page?: Page) => Promise<void>;
  /** Console errors that a test causes on purpose. Anything else in the console, or uncaught, fails the test. */
  expectedErrors: RegExp[];
  failOnErrors: undefined;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  serverEnv: [{}, { scope: "worker", option: true }],

  server: [
    async ({ serverEnv }, use) => {
      const server = await startServer(serverEnv);
      await use(server);
      await stopServer(server);
    },
    { scope: "worker", timeout: 90_000 },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  signInAs: async ({ page }, use) => use((who, other = page) => signIn(other, who)),

  expectedErrors: [[], { option: true }],

  // A CSP violation is a console error too.
  failOnErrors: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => errors.push(String(error.error().stack)));
      await use(undefined);
      base.expect(errors.filter((text) => !expectedErrors.some((known) => known.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});
