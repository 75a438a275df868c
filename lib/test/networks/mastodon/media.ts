import { type Answer, type Call, json } from "../call.ts";
import { imageAddress, imageKind, keepImage } from "../images.ts";
import type { World } from "../world.ts";
import { invalid, notFound, refuse } from "./errors.ts";
import { descriptionMax, imageBytes, imageTypes } from "./instance.ts";
import { paramsOf } from "./params.ts";
import type { MastodonMedia } from "./state.ts";
import { countMedia, userOf } from "./user.ts";

/** `POST /api/v2/media`: 202 while the file is being processed. */
export async function uploadMedia(world: World, call: Call): Promise<Answer> {
  const account = userOf(world, call, ["write:media"]);
  countMedia(world, call, account);
  const params = await paramsOf(call);
  const file = params.file("file");
  const description = params.text("description");
  if (!file) throw invalid("File can't be blank");
  if ((description?.length ?? 0) > descriptionMax)
    throw invalid(`Description is too long (maximum is ${descriptionMax} characters)`);
  const bytes = Buffer.from(await file.arrayBuffer());
  const type = imageKind(bytes);
  if (!type || !imageTypes.includes(type)) throw invalid("File content type is invalid");
  if (bytes.length > imageBytes) throw invalid("File file size must be less than 16 MB");

  const { mediaProcessingMs } = world.state.settings.mastodon;
  const id = world.nextId(16);
  const readyAt = world.now() + mediaProcessingMs;
  world.state.mastodon.media[id] = { id, account, type, description, readyAt, statusId: null };
  keepImage(world, `mastodon-${id}`, type, bytes);
  return json(mediaProcessingMs > 0 ? 202 : 200, mediaView(world, id));
}

/** Only files that no status has yet are seen here. */
export function readMedia(world: World, call: Call, id = ""): Answer {
  const media = unattached(world, userOf(world, call, ["write:media"]), id);
  if (media.readyAt > world.now()) return json(206, mediaView(world, id));
  if (world.state.settings.mastodon.mediaFails)
    throw refuse(422, "Error processing thumbnail for uploaded media");
  return json(200, mediaView(world, id));
}

export async function changeMedia(world: World, call: Call, id = ""): Promise<Answer> {
  const media = unattached(world, userOf(world, call, ["write:media"]), id);
  media.description = (await paramsOf(call)).text("description");
  return json(200, mediaView(world, id));
}

export function mediaView(world: World, id: string): object {
  const media = world.state.mastodon.media[id];
  const address = imageAddress(world, `mastodon-${id}`);
  const isReady = media !== undefined && media.readyAt <= world.now();
  return {
    id,
    type: "image",
    url: isReady ? address : null,
    preview_url: isReady ? address : null,
    remote_url: null,
    description: media?.description ?? null,
  };
}

function unattached(world: World, account: string, id: string): MastodonMedia {
  const media = world.state.mastodon.media[id];
  if (!media || media.account !== account || media.statusId !== null) throw notFound();
  return media;
}
