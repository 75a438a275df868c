import { parentPort } from "node:worker_threads";
import { DomainError } from "#lib/errors.ts";
import type { Answer, Request } from "./reader-thread.ts";
import { tasks } from "./tasks.ts";

parentPort?.on("message", async ({ task, given }: Request) => {
  parentPort?.postMessage(await perform(task, given));
});

async function perform(task: Request["task"], given: unknown[]): Promise<Answer> {
  try {
    const run = tasks[task] as (...given: unknown[]) => unknown;
    return { ok: true, value: await run(...given) };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, code: error.code, message: error.message };
    return { ok: false, code: null, message: error instanceof Error ? String(error.stack) : String(error) };
  }
}
