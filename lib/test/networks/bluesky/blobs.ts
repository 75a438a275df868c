import { type Answer, type Call, isObject, json, typeOf } from "../call.ts";
import { day } from "../clock.ts";
import { imageKind, keepImage } from "../images.ts";
import { sha256 } from "../secrets.ts";
import { take } from "../window.ts";
import type { World } from "../world.ts";
import { invalid, invalidRecord, refuse } from "./errors.ts";
import { assertWithin } from "./rate.ts";
import { personOf } from "./sessions.ts";

const uploadBytes = 5 * 1024 * 1024;
const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** `com.atproto.repo.uploadBlob`: the bytes decide what they are, whatever the header says. */
export function uploadBlob(world: World, call: Call): Answer {
  const { id } = personOf(world, call);
  const { uploadsPerDay } = world.state.settings.bluesky;
  const { windows, blobs } = world.state.bluesky;
  assertWithin(world, call, [take(windows, `uploads:${id}`, { limit: uploadsPerDay, ms: day }, world.now())]);
  const type = typeOf(call);
  if (!type) throw invalid("Request encoding (Content-Type) required but not provided");
  if (call.body.length > uploadBytes) throw refuse(413, "PayloadTooLarge", "request entity too large");
  const cid = cidOf("bafkrei", call.body);
  const blob = { cid, account: id, mimeType: imageKind(call.body) ?? type, size: call.body.length };
  blobs[`${id}:${cid}`] = blob;
  keepImage(world, cid, blob.mimeType, call.body);
  return json(200, {
    blob: { $type: "blob", ref: { $link: cid }, mimeType: blob.mimeType, size: blob.size },
  });
}

export function assertBlob(
  world: World,
  account: string,
  blob: unknown,
  place: string,
  maxBytes: number,
): void {
  const link = isObject(blob) && isObject(blob.ref) ? blob.ref.$link : undefined;
  if (!isObject(blob) || blob.$type !== "blob" || typeof link !== "string")
    throw invalidRecord(`${place} should be a blob ref`);
  const kept = world.state.bluesky.blobs[`${account}:${link}`];
  if (!kept) throw refuse(400, "BlobNotFound", `Could not find blob: ${link}`);
  if (blob.mimeType !== kept.mimeType)
    throw refuse(
      400,
      "InvalidMimeType",
      `Referenced Mimetype does not match stored blob. Expected: ${kept.mimeType}, Got: ${blob.mimeType}`,
    );
  if (!kept.mimeType.startsWith("image/"))
    throw refuse(
      400,
      "InvalidMimeType",
      `Wrong type of file. It is ${kept.mimeType} but it must match image/*.`,
    );
  if (kept.size > maxBytes)
    throw refuse(
      400,
      "BlobTooLarge",
      `This file is too large. It is ${kept.size} bytes but the maximum size is ${maxBytes} bytes.`,
    );
}

export function cidOf(prefix: string, bytes: Buffer): string {
  const bits = [...sha256(bytes)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return prefix + groups.map((group) => alphabet[Number.parseInt(group, 2)]).join("");
}
