import { type Answer, type Call, isObject, json, multipartOf, objectOf, typeOf } from "../call.ts";
import { day } from "../clock.ts";
import { imageKind, keepImage } from "../images.ts";
import type { World } from "../world.ts";
import { invalidRequest } from "./errors.ts";
import type { XMedia } from "./state.ts";
import { assertAffordable, assertAllowed, charge, countCall, type User, userOf } from "./user.ts";

const photoBytes = 5 * 1024 * 1024;
const gifBytes = 15 * 1024 * 1024;
const metadataPrice = 0.005;

/** `POST https://api.x.com/2/media/upload`: the whole image at once. */
export async function upload(world: World, call: Call): Promise<Answer> {
  const user = allowed(world, call);
  const { bytes, category } = await sentImage(world, call);
  assertImage(world, bytes, category);
  const media = newMedia(world, user, imageKind(bytes) ?? "", bytes.length);
  finish(world, media, bytes);
  return json(200, { data: described(world, media) });
}

export function initialize(world: World, call: Call): Answer {
  const user = allowed(world, call);
  const { media_type, total_bytes, media_category } = objectOf(call) ?? {};
  if (typeof media_type !== "string" || typeof total_bytes !== "number" || typeof media_category !== "string")
    throw invalidRequest(world, "media_type, total_bytes and media_category are required");
  const media = newMedia(world, user, media_type, total_bytes);
  return json(200, { data: { id: media.id, media_key: `3_${media.id}`, expires_after_secs: 86_400 } });
}

export async function append(world: World, call: Call, id = ""): Promise<Answer> {
  const user = allowed(world, call);
  const media = ownMedia(world, user, id);
  const form = await readForm(world, call);
  const [index, part] = [Number(form.get("segment_index")), form.get("media")];
  if (!Number.isInteger(index) || index < 0 || index > 999 || !(part instanceof Blob))
    throw invalidRequest(world, "segment_index (0 to 999) and media are required");
  media.segments[index] = Buffer.from(await part.arrayBuffer()).toString("base64");
  return json(200, { data: { expires_at: Math.floor(media.expiresAt / 1000) } });
}

export function finalize(world: World, call: Call, id = ""): Answer {
  const user = allowed(world, call);
  const media = ownMedia(world, user, id);
  const parts = Object.entries(media.segments).sort(([one], [other]) => Number(one) - Number(other));
  const bytes = Buffer.concat(parts.map(([, part]) => Buffer.from(part, "base64")));
  if (bytes.length !== media.totalBytes)
    throw invalidRequest(world, "Segments do not add up to provided total file size.");
  assertImage(world, bytes, "tweet_image");
  finish(world, media, bytes);
  return json(200, { data: described(world, media) });
}

export function status(world: World, call: Call): Answer {
  const user = allowed(world, call);
  if (call.query.get("command") !== "STATUS") throw invalidRequest(world, "command must be STATUS");
  return json(200, { data: described(world, ownMedia(world, user, call.query.get("media_id") ?? "")) });
}

/** `POST https://api.x.com/2/media/metadata` */
export function describe(world: World, call: Call): Answer {
  const user = allowed(world, call);
  assertAffordable(world, metadataPrice);
  const { id, metadata } = objectOf(call) ?? {};
  const media = ownMedia(world, user, String(id));
  const alt = isObject(metadata) && isObject(metadata.alt_text) ? metadata.alt_text.text : undefined;
  if (typeof alt !== "string" || alt.length > 1000)
    throw invalidRequest(world, "metadata.alt_text.text is a text of at most 1000 characters");
  media.alt = alt;
  charge(world, metadataPrice);
  return json(200, { data: { id: media.id, associated_metadata: { alt_text: { text: alt } } } });
}

function allowed(world: World, call: Call): User {
  const user = userOf(world, call);
  countCall(world, call, user, "POST /2/media/upload", "uploadPer15Minutes");
  assertAllowed(world, user, ["media.write"]);
  return user;
}

async function sentImage(world: World, call: Call): Promise<{ bytes: Buffer; category: string }> {
  if (typeOf(call) === "application/json") {
    const { media, media_category } = objectOf(call) ?? {};
    return { bytes: Buffer.from(String(media ?? ""), "base64"), category: String(media_category ?? "") };
  }
  const form = await readForm(world, call);
  const media = form.get("media");
  const bytes = media instanceof Blob ? Buffer.from(await media.arrayBuffer()) : Buffer.alloc(0);
  return { bytes, category: String(form.get("media_category") ?? "") };
}

async function readForm(world: World, call: Call): Promise<FormData> {
  return multipartOf(call).catch(() => {
    throw invalidRequest(world, "The request body is no multipart form");
  });
}

function assertImage(world: World, bytes: Buffer, category: string): void {
  const kind = imageKind(bytes);
  if (!category) throw invalidRequest(world, "media_category is required");
  if (!kind) throw invalidRequest(world, "media type unrecognized.");
  if (bytes.length > (kind === "image/gif" ? gifBytes : photoBytes))
    throw invalidRequest(world, "The image is larger than is allowed");
}

function newMedia(world: World, user: User, type: string, totalBytes: number): XMedia {
  const media: XMedia = {
    id: world.nextId(),
    account: user.account,
    type,
    totalBytes,
    segments: {},
    readyAt: null,
    expiresAt: world.now() + day,
    alt: null,
  };
  world.state.x.media[media.id] = media;
  return media;
}

function finish(world: World, media: XMedia, bytes: Buffer): void {
  media.segments = {};
  media.readyAt = world.now() + world.state.settings.x.mediaProcessingMs;
  keepImage(world, `x-${media.id}`, media.type, bytes);
}

function ownMedia(world: World, user: User, id: string): XMedia {
  const media = world.state.x.media[id];
  if (media?.account !== user.account)
    throw invalidRequest(world, "Your media IDs are invalid.", { id: [id] });
  return media;
}

function described(world: World, media: XMedia): object {
  const left = media.readyAt === null ? 0 : media.readyAt - world.now();
  return {
    id: media.id,
    media_key: `3_${media.id}`,
    expires_after_secs: Math.floor((media.expiresAt - world.now()) / 1000),
    size: media.totalBytes,
    image: { image_type: media.type, w: 0, h: 0 },
    ...(world.state.settings.x.mediaProcessingMs > 0 && {
      processing_info:
        left > 0
          ? { state: "in_progress", check_after_secs: Math.ceil(left / 1000) }
          : { state: "succeeded" },
    }),
  };
}
