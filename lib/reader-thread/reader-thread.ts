import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DomainError, type ErrorCode } from "#lib/errors.ts";
import type { Tasks } from "./tasks.ts";

export type Request = { task: keyof Tasks; given: unknown[] };
export type Answer = { ok: true; value: unknown } | { ok: false; code: ErrorCode | null; message: string };

type Thread = { worker: Worker | null; last: Promise<unknown> };

const limitMs = 5_000;
const mostMegabytes = 384;

// server.ts and Next's bundles are different module graphs in one process: they meet here.
const shared = globalThis as typeof globalThis & { heraldReaderThread?: Thread };

/**
 * Reads foreign text on a thread of its own: a megabyte written to annoy takes a parser seconds, and this process answers
 * short links meanwhile. One text after the other; what takes too long, or too much memory, costs the thread and no more.
 */
export function readOffThread<Task extends keyof Tasks>(
  task: Task,
  given: Parameters<Tasks[Task]>,
  options: { limitMs?: number } = {},
): Promise<Awaited<ReturnType<Tasks[Task]>>> {
  shared.heraldReaderThread ??= { worker: null, last: Promise.resolve() };
  const thread = shared.heraldReaderThread;
  const answer = thread.last.then(() => ask(thread, { task, given }, options.limitMs ?? limitMs));
  thread.last = answer.catch(() => undefined);
  return answer.then((value) => value as Awaited<ReturnType<Tasks[Task]>>);
}

async function ask(thread: Thread, request: Request, limitMs: number): Promise<unknown> {
  thread.worker ??= start(thread);
  const { worker } = thread;
  worker.ref();
  const answer = await answerOf(worker, request, limitMs).catch((error: unknown) => {
    thread.worker = null;
    void worker.terminate();
    throw error;
  });
  worker.unref();
  if (answer.ok) return answer.value;
  if (answer.code) throw new DomainError(answer.code, answer.message);
  throw new Error(answer.message);
}

function answerOf(worker: Worker, request: Request, limitMs: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const refuse = () => reject(tooHard());
  const impatience = setTimeout(refuse, limitMs);
  worker.once("message", resolve).once("error", refuse).once("exit", refuse);
  worker.postMessage(request);
  return promise.finally(() => {
    clearTimeout(impatience);
    worker.off("message", resolve).off("error", refuse).off("exit", refuse);
  });
}

function start(thread: Thread): Worker {
  // By its place in the project: a bundle of Next has no file of this name beside it.
  const worker = new Worker(/* turbopackIgnore: true */ join(process.cwd(), "lib/reader-thread/thread.ts"), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  // Between two texts nobody listens: a thread that fails then is replaced at the next.
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    if (thread.worker === worker) thread.worker = null;
  });
  return worker;
}

const tooHard = () =>
  new DomainError("invalid", "What is there takes too long to read, so it was not read to its end.");
