import { networks } from "#lib/networks/networks.ts";
import { countLength } from "#lib/networks/text-length.ts";
import { withDisclosure } from "#lib/shares/disclosure.ts";
import type { CaptionInput } from "#lib/stories/captions/schemas.ts";
import { wantsAlt } from "#lib/stories/image-alt.ts";

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
  const tooLong = story.captions.find((caption) => charactersOver(caption, requiredDisclosure) > 0);
  if (!tooLong?.network) return null;
  const over = charactersOver(tooLong, requiredDisclosure);
  const name = networks[tooLong.network].name;
  const beside = requiredDisclosure ? `, with ${requiredDisclosure} and the link that go with it` : "";
  return `A caption is ${over} ${over === 1 ? "character" : "characters"} too long for ${name}${beside}. Shorten it first.`;
}

/** Every share carries our link and what the organization requires, so a caption has to leave room for both. */
function charactersOver({ network, text }: CaptionInput, requiredDisclosure: string): number {
  if (!network) return 0;
  return countLength(network, withDisclosure(text, requiredDisclosure), true) - networks[network].maxLength;
}
