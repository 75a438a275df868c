import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { refusals } from "./refusals.ts";

const unpackers: Record<string, () => Transform> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Reads the whole body. The limit counts what comes out of the packing, so that a small bomb stops early. */
export async function readBody(response: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(response.headers["content-length"] ?? 0) > limitBytes) throw refusals.tooBig(limitBytes);
  const packing = response.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  const unpack = unpackers[packing];
  if (!unpack && packing !== "identity") throw refusals.unreadable();

  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const body = unpack ? response.pipe(unpack()) : response;
    response.on("error", reject);
    response.on("close", () => {
      if (!response.complete) reject(new Error("the answer ended before it was complete"));
    });
    body.on("error", (error) => reject(unpack ? refusals.unreadable() : error));
    body.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) {
        reject(refusals.tooBig(limitBytes));
        body.destroy();
      } else chunks.push(chunk);
    });
    body.on("end", () => resolve(Buffer.concat(chunks)));
  });
}
