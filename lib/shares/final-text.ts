import type { MemberActor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { NetworkLimits } from "#lib/networks/adapter.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { countLength, fits } from "#lib/networks/text-length.ts";
import { withDisclosure, withoutDisclosure } from "./disclosure.ts";
import { getDisclosure, listCaptionChoices } from "./queries.ts";
import { similarityToCaptions } from "./similarity.ts";

type Words = { network: NetworkId; text: string; captionId: string | null };
type FinalText = { text: string; captionId: string | null; similarity: number };

/**
 * The text as it goes out: with the disclosure that the organization requires, whatever the browser sent, and how much of
 * it is the member's own. Throws `invalid` when the network, or the account's own server, does not take it.
 */
export async function finalText(
  actor: MemberActor,
  storyId: string,
  words: Words,
  limits: NetworkLimits | null = null,
): Promise<FinalText> {
  const { disclosure, requiresDisclosure } = await getDisclosure(actor);
  const text = requiresDisclosure ? withDisclosure(words.text, disclosure) : words.text;
  assertFits(words.network, text, limits);
  const captions = await listCaptionChoices(actor, storyId);
  const similarity = similarityToCaptions(
    withoutDisclosure(text, disclosure),
    captions.map((caption) => withoutDisclosure(caption.text, disclosure)),
  );
  return { text, captionId: captions.find(({ id }) => id === words.captionId)?.id ?? null, similarity };
}

function assertFits(network: NetworkId, text: string, limits: NetworkLimits | null): void {
  const most = limits?.maxCharacters ?? networks[network].maxLength;
  const length = countLength(network, text, true);
  if (length <= most && (fits(network, text, true) || length > networks[network].maxLength)) return;
  throw new DomainError(
    "invalid",
    `That is ${length - most} too long for ${networks[network].name}. Take a little away.`,
  );
}
