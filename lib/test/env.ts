import { afterAll } from "vitest";
import { env } from "#lib/env.ts";

// A worker goes on to the next file with the same modules: what a file set is not for that one.
const before = { ...env };

afterAll(() => {
  for (const name of Object.keys(env)) if (!(name in before)) delete env[name as keyof typeof env];
  Object.assign(env, before);
});
