import { networks } from "#lib/networks/networks.ts";
import { countLength } from "#lib/networks/text-length.ts";
import type { CaptionInput } from "#lib/stories/captions/schemas.ts";

/** What still keeps a story from being handed in or approved, as a sentence; null when nothing does. */
export function whyNotReady(
  story: { expiresAt: Date | null; captions: readonly CaptionInput[] },
  now: Date,
): string | null {
  if (story.expiresAt && story.expiresAt <= now)
    return "This story's expiry time has passed. Give it a later one, or none.";
  const tooLong = story.captions.find((caption) => charactersOver(caption) > 0);
  if (!tooLong?.network) return null;
  const over = charactersOver(tooLong);
  const name = networks[tooLong.network].name;
  return `A caption is ${over} ${over === 1 ? "character" : "characters"} too long for ${name}. Shorten it first.`;
}

/** Every share carries our link, so a caption has to leave room for it. */
function charactersOver({ network, text }: CaptionInput): number {
  return network ? countLength(network, text, true) - networks[network].maxLength : 0;
}
