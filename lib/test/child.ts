import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";

const running = new Map<ChildProcess, NodeJS.Signals>();
const atEnd = new Set<() => void>();

// However this process ends, by its own will, by Ctrl-C or by an error, nothing that it started is left behind.
process.once("exit", () => {
  for (const [child, signal] of running) child.kill(signal);
  for (const clean of atEnd) clean();
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => process.exit(signal === "SIGINT" ? 130 : 143));

/** Starts a program that does not outlive this process: at its end it is sent `lastSignal`. */
export function startChild(
  program: string,
  args: string[],
  options: SpawnOptions,
  lastSignal: NodeJS.Signals = "SIGKILL",
): ChildProcess {
  const child = spawn(program, args, options);
  running.set(child, lastSignal);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/** Does `clean` when this process ends, unless the returned function is called before: it does it now. */
export function whenThisEnds(clean: () => void): () => void {
  atEnd.add(clean);
  return () => {
    if (atEnd.delete(clean)) clean();
  };
}

export const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Sends the signal and waits for the end; after `milliseconds` it is SIGKILL. */
export async function endChild(
  child: ChildProcess,
  signal: NodeJS.Signals = "SIGTERM",
  milliseconds = 15_000,
): Promise<void> {
  if (hasEnded(child)) return;
  const exited = once(child, "exit");
  child.kill(signal);
  const patience = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  await exited;
  clearTimeout(patience);
}
