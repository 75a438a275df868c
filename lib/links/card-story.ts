import { cardDescription } from "./card-description.ts";
import type { SharedStory } from "./queries.ts";

/** What of a shared story its card shows. */
export type CardStory = Omit<SharedStory, "summary" | "body"> & { description: string };

export function cardStory({ summary, body, ...story }: SharedStory): CardStory {
  return { ...story, description: cardDescription({ summary, body }) };
}
