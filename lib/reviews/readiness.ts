import { networks } from "#lib/networks/networks.ts";
import { countLength } from "#lib/networks/text-length.ts";
import { withDisclosure } from "#lib/shares/disclosure.ts";
import type { CaptionInput } from "#lib/stories/captions/schemas.ts";
import { wantsAlt } from "#lib/stories/image-alt.ts";

type PlacedText = Pick<CaptionInput, "network" | "text">;

/** What still keeps a story from being handed in or approved, as a sentence; null when nothing does. */
export function whyNotReady(
  story: {
    expiresAt: Date | null;
    captions: readonly CaptionInput[];
    /** Null when the story has no image. */
    imageAlt: string | null;
  },
  requiredDisclosure: string,
  now: Date,
): string | null {
  if (story.expiresAt && story.expiresAt <= now)
    return "This story's expiry time has passed. Give it a later one, or none.";
  if (story.imageAlt === "") return wantsAlt;
  for (const caption of story.captions) {
    const sentence = whyTooLong(caption, requiredDisclosure);
    if (sentence) return sentence;
  }
  return null;
}

/** What is said of a caption that its network does not take; null when it fits. */
export function whyTooLong(caption: PlacedText, requiredDisclosure: string): string | null {
  const over = charactersOver(caption, requiredDisclosure);
  if (!caption.network || over <= 0) return null;
  const name = networks[caption.network].name;
  const beside = requiredDisclosure ? `, with ${requiredDisclosure} and the link that go with it` : "";
  return `A caption is ${over} ${over === 1 ? "character" : "characters"} too long for ${name}${beside}. Shorten it first.`;
}

/** Every share carries our link and what the organization requires, so a caption has to leave room for both. */
function charactersOver({ network, text }: PlacedText, requiredDisclosure: string): number {
  if (!network) return 0;
  return countLength(network, withDisclosure(text, requiredDisclosure), true) - networks[network].maxLength;
}
