import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

// Plain JavaScript that also runs on Node 20.9: these commands start before anything is installed.

/** The environment in which `node` is the pinned Node 24, once it is installed. */
export const withOwnNode = (extra = {}) => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  ...extra,
  PATH: [join(process.cwd(), "node_modules/.bin"), process.env.PATH].join(delimiter),
});

/** A command that could not do its work; the message says why and what to do, in a sentence. */
export class CommandError extends Error {}

/**
 * Runs a program. Its output is kept and returned, or shown as it comes.
 * @param {string} command
 * @param {string[]} args
 * @param {{ shown?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { shown = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: shown ? "inherit" : ["ignore", "pipe", "pipe"],
      env: withOwnNode(env),
    });
    let output = "";
    child.stdout?.on("data", (text) => {
      output += text;
    });
    child.stderr?.on("data", (text) => {
      output += text;
    });
    child.once("error", (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program that must succeed; otherwise throws `failure` with the end of what it said. */
export async function must(failure, command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return;
  const reason = /ENOSPC|No space left/i.test(output) ? "The disk is full." : tail(output);
  throw new CommandError(`${failure}\n${reason}`);
}

/** Says what is being done, does it, and says how long it took. */
export async function step(name, work) {
  const startedAt = performance.now();
  process.stdout.write(`${name} … `);
  try {
    const said = await work();
    console.log(`${said ?? "done"} (${seconds(startedAt)} s)`);
  } catch (error) {
    console.log(`failed (${seconds(startedAt)} s)`);
    throw error;
  }
}

/** Runs a whole command: a CommandError ends it with its sentence, anything else with its stack. */
export async function command(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof CommandError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

export const seconds = (startedAt) => ((performance.now() - startedAt) / 1000).toFixed(1);

export const tail = (output, lines = 60) => output.trimEnd().split("\n").slice(-lines).join("\n");
