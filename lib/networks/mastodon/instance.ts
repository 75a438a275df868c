import { z } from "zod";
import type { NetworkLimits } from "../account.ts";
import { readJson } from "../ask-network.ts";
import { askMastodon, isDone } from "./answers.ts";

const size = z.number().int().positive();

const instance = z.object({
  /** The name that people's handles end in, which need not be where the server is. Version 1 calls it `uri`. */
  domain: z.string().min(1).optional().catch(undefined),
  uri: z.string().min(1).optional().catch(undefined),
  configuration: z.object({
    statuses: z.object({
      max_characters: size.catch(500),
      max_media_attachments: size.catch(4),
      characters_reserved_per_url: size.catch(23),
    }),
    media_attachments: z
      .object({ image_size_limit: size.catch(8_000_000) })
      .catch({ image_size_limit: 8_000_000 }),
  }),
});

export type Instance = { domain: string; limits: NetworkLimits };

/** What the server allows: https://docs.joinmastodon.org/methods/instance/. Null when it does not say. */
export async function readInstance(origin: string): Promise<Instance | null> {
  return (await readVersion(origin, 2)) ?? (await readVersion(origin, 1));
}

async function readVersion(origin: string, version: 1 | 2): Promise<Instance | null> {
  const answer = await askMastodon({ method: "GET", origin, path: `/api/v${version}/instance` });
  const { data } = instance.safeParse(isDone(answer) ? readJson(answer) : null);
  if (!data) return null;
  const { statuses, media_attachments: media } = data.configuration;
  return {
    domain: data.domain ?? data.uri ?? new URL(origin).host,
    limits: {
      maxCharacters: statuses.max_characters,
      charactersPerUrl: statuses.characters_reserved_per_url,
      maxImages: statuses.max_media_attachments,
      imageBytes: media.image_size_limit,
    },
  };
}
