import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Access } from "../account.ts";
import { type NetworkAnswer, readJson } from "../ask-network.ts";
import type { Picture, PrepareOutcome } from "../publisher.ts";
import { soon } from "../retry-times.ts";
import { askMastodon, isDone, readRefusal } from "./answers.ts";

type Uploaded = { kind: "uploaded"; id: string } | Exclude<PrepareOutcome, { kind: "ready" }>;

const longestAlt = 1_500;
/** How long we wait for a picture that is being worked on, between looks at it. A picture takes a second or two. */
const waitsMs = [300, 700, 1_000, 2_000, 3_000, 5_000, 5_000];

const media = z.object({ id: z.string().min(1) });

/** https://docs.joinmastodon.org/methods/media/: 200 when it is ready, 202 while it is being worked on. */
export async function uploadPicture(access: Access, picture: Picture): Promise<Uploaded> {
  if (access.limits && picture.bytes.length > access.limits.imageBytes)
    return { kind: "rejected", reason: "media" };
  const { body, contentType } = await toForm(picture);
  const answer = await askMastodon({
    method: "POST",
    origin: access.origin,
    path: "/api/v2/media",
    token: access.accessToken,
    headers: { "Content-Type": contentType },
    body,
  });
  const { data } = media.safeParse(isDone(answer) ? readJson(answer) : null);
  if (!data) return readFailure(answer);
  const isReady = answer.kind === "answer" && answer.status === 200;
  return isReady ? { kind: "uploaded", id: data.id } : waitUntilReady(access, data.id);
}

async function waitUntilReady({ origin, accessToken }: Access, id: string): Promise<Uploaded> {
  for (const ms of waitsMs) {
    await wait(ms);
    const answer = await askMastodon({
      method: "GET",
      origin,
      path: `/api/v1/media/${encodeURIComponent(id)}`,
      token: accessToken,
    });
    if (!isDone(answer)) return readFailure(answer);
    if (answer.status === 200) return { kind: "uploaded", id };
  }
  return soon();
}

/** Nothing is public yet, so whatever says nothing of the picture is tried again. */
const readFailure = (answer: NetworkAnswer): Uploaded => {
  const refusal = answer.kind === "answer" ? readRefusal(answer) : null;
  if (refusal?.kind === "rejected") return { kind: "rejected", reason: "media" };
  return refusal ?? soon();
};

async function toForm({ bytes, contentType, alt }: Picture): Promise<{ body: Buffer; contentType: string }> {
  const form = new FormData();
  const name = contentType === "image/png" ? "picture.png" : "picture.jpg";
  form.set("file", new Blob([new Uint8Array(bytes)], { type: contentType }), name);
  form.set("description", alt.toWellFormed().slice(0, longestAlt).toWellFormed());
  const sent = new Response(form);
  return {
    body: Buffer.from(await sent.arrayBuffer()),
    contentType: sent.headers.get("content-type") ?? "multipart/form-data",
  };
}
