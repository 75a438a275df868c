import sharp from "sharp";
import type { Access } from "#lib/networks/account.ts";
import type { CreateRequest, FrozenPost, Picture, Publisher } from "#lib/networks/publisher.ts";
import type { Effect } from "./faults.ts";

export const frozenPost: FrozenPost = {
  text: "We're hiring (Berlin)! #jobs",
  url: "https://go.acme.example/s/4fGhA1B2c3D4",
  card: { title: "A factory that runs on rain", description: "Water in,\nchips out." },
  image: null,
  language: "en",
  createdAt: "2026-11-23T09:00:00.000Z",
};

export const smallPicture: Picture = {
  bytes: await sharp({ create: { width: 4, height: 4, channels: 3, background: "#135" } })
    .png()
    .toBuffer(),
  contentType: "image/png",
  alt: "Rain on a roof",
};

/** The request for that post, ready to be sent. */
export async function prepared(
  publisher: Publisher,
  access: Access,
  { picture = null, ...change }: Partial<FrozenPost> & { picture?: Picture | null } = {},
): Promise<CreateRequest> {
  const outcome = await publisher.prepare(access, { ...frozenPost, ...change }, picture);
  if (outcome.kind !== "ready") throw new Error(`not ready but ${outcome.kind}`);
  return outcome.request;
}

/** That answer, with nothing done. */
export const answers = (status: number, body: unknown): Effect => ({ kind: "status", status, body });
