import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Access } from "../account.ts";
import { type NetworkAnswer, readJson } from "../ask-network.ts";
import type { AppBlock, NeedsReconnect, RetryAfter } from "../outcomes.ts";
import type { Picture, Rejection } from "../publisher.ts";
import { soon } from "../retry-times.ts";
import { readRefusal } from "./answers.ts";
import { mediaScopes } from "./app.ts";
import { askX } from "./ask.ts";

type NotUploaded = Rejection | NeedsReconnect | AppBlock | RetryAfter;
type UploadOutcome = { kind: "uploaded"; mediaId: string } | NotUploaded;
type MediaOutcome = { kind: "media"; media: z.output<typeof mediaShape>["data"] } | NotUploaded;

const mediaShape = z.object({
  data: z.object({
    id: z.string().regex(/^\d+$/),
    processing_info: z
      .object({ state: z.string(), check_after_secs: z.number().nonnegative().catch(1) })
      .optional()
      .catch(undefined),
  }),
});

const mostPatienceMs = 60_000;
const altLimit = 1_000;

/** Uploads a picture for the member's next post, in one request. https://docs.x.com/x-api/media/upload-media */
export async function uploadMedia(access: Access, picture: Picture): Promise<UploadOutcome> {
  const sent = await askX(access, {
    method: "POST",
    path: "/2/media/upload",
    body: JSON.stringify({
      media: picture.bytes.toString("base64"),
      media_category: "tweet_image",
      media_type: picture.contentType,
    }),
    timeoutMs: 60_000,
  });
  const ready = await untilProcessed(access, readMedia(sent, access));
  if (ready.kind !== "media") return ready;
  const stopped = await addAltText(access, ready.media.id, picture.alt);
  return stopped ?? { kind: "uploaded", mediaId: ready.media.id };
}

async function untilProcessed(access: Access, start: MediaOutcome): Promise<MediaOutcome> {
  let patienceMs = mostPatienceMs;
  let outcome = start;
  while (outcome.kind === "media") {
    const { id, processing_info: processing } = outcome.media;
    if (!processing || processing.state === "succeeded") return outcome;
    if (processing.state === "failed") return { kind: "rejected", reason: "media" };
    const waitMs = processing.check_after_secs * 1000;
    patienceMs -= Math.max(waitMs, 100);
    if (patienceMs < 0) return soon();
    await wait(waitMs);
    const path = `/2/media/upload?command=STATUS&media_id=${id}`;
    outcome = readMedia(await askX(access, { method: "GET", path }), access);
  }
  return outcome;
}

/** For those who do not see it. How the body looks is documented by one example: refused words do not stop the post. */
async function addAltText(access: Access, mediaId: string, alt: string): Promise<NotUploaded | null> {
  if (!alt) return null;
  const text = alt.slice(0, altLimit).toWellFormed();
  const answer = await askX(access, {
    method: "POST",
    path: "/2/media/metadata",
    body: JSON.stringify({ id: mediaId, metadata: { alt_text: { text } } }),
  });
  if (answer.kind !== "answer") return soon();
  if (answer.status < 300) return null;
  const refusal = readRefusal(answer, access, mediaScopes) ?? soon();
  return refusal.kind === "rejected" ? null : refusal;
}

/** Whatever goes wrong here, nothing is public, and all of it can be done again. */
function readMedia(answer: NetworkAnswer, access: Access): MediaOutcome {
  if (answer.kind !== "answer") return soon();
  if (answer.status < 300) {
    const { data } = mediaShape.safeParse(readJson(answer));
    return data ? { kind: "media", media: data.data } : soon();
  }
  const refusal = readRefusal(answer, access, mediaScopes) ?? soon();
  return refusal.kind === "rejected" ? { kind: "rejected", reason: "media" } : refusal;
}
