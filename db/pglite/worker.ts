import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

/** Where the database is: in a folder or in memory, new or, with a snapshot (the path of a dump), filled from it. */
export type Place = { folder?: string; snapshot?: string };
export type Request =
  | { kind: "query"; session: number; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "dump" }
  | { kind: "close" };
export type Answer =
  | { kind: "answer"; session: number; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "dump"; bytes: Uint8Array<ArrayBuffer> };
export type Message = Answer | { kind: "trap"; reason: string };

// Postgres flushes every 8 KB. Sent on in larger pieces, and a huge answer still arrives while it is being made.
const pieceBytes = 512 * 1024;

if (!parentPort) throw new Error("this module is the thread that PGlite runs in");
const port = parentPort;
const { folder, snapshot } = workerData as Place;
const postgres = await PGlite.create({
  ...(folder && { dataDir: folder }),
  ...(snapshot && { loadDataDir: new Blob([readFileSync(snapshot)]) }),
});
endOnTraps();
port.on("message", answer);

async function answer(request: Request): Promise<void> {
  switch (request.kind) {
    case "query":
      return runQuery(request.session, request.bytes);
    case "dump": {
      const dump = await postgres.dumpDataDir("gzip");
      return send({ kind: "dump", bytes: new Uint8Array(await dump.arrayBuffer()) });
    }
    case "close":
      await postgres.close();
      port.close();
  }
}

async function runQuery(session: number, bytes: Uint8Array): Promise<void> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  const sendPieces = () => {
    if (size > 0) send({ kind: "answer", session, bytes: join(pieces, size) });
    pieces = [];
    size = 0;
  };
  // Runs to its end before it returns: requests never overlap. Neither file system of ours has anything to sync.
  await postgres.execProtocolRawStream(bytes, {
    syncToFs: false,
    onRawData: (view) => {
      pieces.push(view.slice()); // the view is of Postgres's own memory, which it writes to again
      size += view.length;
      if (size >= pieceBytes) sendPieces();
    },
  });
  sendPieces();
}

function join(pieces: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

function send(message: Answer): void {
  port.postMessage(message, [message.bytes.buffer]);
}

/**
 * PGlite takes every exception for an error in SQL and goes on. After a trap (no stack or memory left) or the end of
 * Postgres itself nothing is answered any more, or wrongly: so the thread ends, and the process with it.
 */
function endOnTraps(): void {
  const sqlError = 100;
  const module = postgres.Module;
  const runOnce = module._PostgresMainLoopOnce;
  module._PostgresMainLoopOnce = () => {
    try {
      runOnce();
    } catch (thrown) {
      if (hasStatus(thrown) && thrown.status === sqlError) throw thrown;
      port.postMessage({ kind: "trap", reason: hasStatus(thrown) ? `exit ${thrown.status}` : `${thrown}` });
      process.exit(1);
    }
  };
}

function hasStatus(thrown: unknown): thrown is { status: unknown } {
  return typeof thrown === "object" && thrown !== null && "status" in thrown;
}
