import { type Answer, json } from "../call.ts";
import type { World } from "../world.ts";

export const imageTypes = ["image/jpeg", "image/png", "image/gif", "image/webp"];
export const imageBytes = 16_777_216;
export const descriptionMax = 1_500;

/** `GET /api/v2/instance` */
export function instance(world: World): Answer {
  const { version, maxCharacters, charactersPerUrl, maxMedia } = world.state.settings.mastodon;
  return json(200, {
    domain: new URL(world.origin).host,
    title: "Simulated Mastodon",
    version,
    source_url: "https://github.com/mastodon/mastodon",
    description: "A Mastodon that leaves this machine nowhere.",
    languages: ["en"],
    configuration: {
      urls: { streaming: world.origin.replace(/^http/, "ws") },
      accounts: { max_featured_tags: 10 },
      statuses: {
        max_characters: maxCharacters,
        max_media_attachments: maxMedia,
        characters_reserved_per_url: charactersPerUrl,
      },
      media_attachments: {
        supported_mime_types: imageTypes,
        description_limit: descriptionMax,
        image_size_limit: imageBytes,
        image_matrix_limit: 33_177_600,
      },
    },
    registrations: { enabled: false, approval_required: false, message: null },
    rules: [],
  });
}
