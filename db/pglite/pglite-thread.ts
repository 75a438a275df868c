import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { StartError } from "#lib/errors.ts";
import type { Message, Place, Request } from "./worker.ts";

export type PgliteThread = {
  /** Speaks Postgres's protocol with the one session there is. `hear` is given what Postgres answers. */
  openSession: (hear: (bytes: Buffer) => void) => Session;
  /** The whole database, as a gzipped tar file. */
  dump: () => Promise<Uint8Array>;
  close: () => Promise<void>;
};

export type Session = {
  send: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Whether the process goes on for this session's sake when it has nothing else to do. */
  keepAlive: (isWanted: boolean) => void;
  close: () => void;
};

// Not `new URL(…, import.meta.url)`, which Next would bundle: the thread is plain Node and starts from its source.
const workerFile = join(process.cwd(), "db/pglite/worker.ts");

/** Opens PGlite in a thread of its own. When that thread dies the process ends with it: nothing would be answered again. */
export function startThread(place: Place): PgliteThread {
  const worker = new Worker(workerFile, { workerData: place, execArgv: [] });
  const hearers = new Map<number, (bytes: Buffer) => void>();
  const busy = new Set<number>();
  let dumped = Promise.withResolvers<Uint8Array>();
  const ended = Promise.withResolvers<void>();
  let sessions = 0;
  let isClosing = false;

  worker.on("message", (message: Message) => {
    if (message.kind === "answer") hearers.get(message.session)?.(Buffer.from(message.bytes.buffer));
    else if (message.kind === "dump") dumped.resolve(message.bytes);
    else endProcess(message.reason);
  });
  worker.on("error", endProcess);
  worker.on("exit", (code) => (isClosing ? ended.resolve() : endProcess(`exit ${code}`)));
  worker.unref();

  const post = (request: Request, moved: ArrayBuffer[] = []) => worker.postMessage(request, moved);
  const keepAlive = (session: number, isWanted: boolean) => {
    if (isWanted) busy.add(session);
    else busy.delete(session);
    if (busy.size > 0 || isClosing) worker.ref();
    else worker.unref();
  };

  return {
    openSession(hear) {
      sessions += 1;
      const session = sessions;
      hearers.set(session, hear);
      keepAlive(session, true);
      return {
        send: (bytes) => post({ kind: "query", session, bytes }, [bytes.buffer]),
        keepAlive: (isWanted) => keepAlive(session, isWanted),
        close() {
          hearers.delete(session);
          keepAlive(session, false);
        },
      };
    },
    dump() {
      dumped = Promise.withResolvers();
      post({ kind: "dump" });
      return dumped.promise;
    },
    close() {
      isClosing = true;
      worker.ref(); // the pool's last session may end after this
      post({ kind: "close" });
      return ended.promise;
    },
  };
}

// Thrown from an event handler it reaches nobody but #lib/start-failure.ts, which writes the sentence and exits.
function endProcess(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : cause;
  throw new StartError(
    `The embedded database has ended (${reason}), and Herald with it. Start Herald again: what was saved is there.`,
    { cause },
  );
}
