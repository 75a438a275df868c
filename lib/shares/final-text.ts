import type { MemberActor } from "#lib/auth/actor.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { type Judgement, judgeShare } from "#lib/guidelines/judging/queries.ts";
import type { NetworkLimits } from "#lib/networks/account.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { countLength, fits, longestPost } from "#lib/networks/text-length.ts";
import { withoutDisclosure } from "./disclosure.ts";
import { getDisclosure, listCaptionsOf } from "./queries.ts";
import { similarityToCaptions } from "./similarity.ts";

type Words = {
  network: NetworkId;
  text: string;
  captionId: string | null;
  acceptedIds?: readonly string[] | undefined;
  /** When it is to leave; null is now. */
  leavesAt?: Date | null;
};
type FinalText = {
  words: { text: string; captionId: string | null; similarity: number };
  /** What the guidelines said to it, to be kept with the share (agreements). */
  judgement: Judgement;
};

/**
 * The text as it goes out: with what the guidelines want to be said, whatever the browser sent, and how much of it is the
 * member's own. Throws `invalid` when a guideline, the network, or the account's own server does not take it.
 */
export async function finalText(
  actor: MemberActor,
  storyId: string,
  words: Words,
  limits: NetworkLimits | null = null,
): Promise<FinalText> {
  const judgement = await judgeShare(actor, { storyId, ...words });
  const { text } = judgement;
  assertFits(words.network, text, limits);
  const captions = await listCaptionsOf(actor, storyId);
  const disclosure = await getDisclosure(actor);
  const similarity = similarityToCaptions(
    withoutDisclosure(text, disclosure),
    captions.map((caption) => withoutDisclosure(caption.text, disclosure)),
  );
  const captionId = captions.find(({ id }) => id === words.captionId)?.id ?? null;
  return { words: { text, captionId, similarity }, judgement };
}

/** Every short link is as long as every other. */
const anyLink = `${env.PUBLIC_URL}/s/${"c".repeat(12)}`;

function assertFits(network: NetworkId, text: string, limits: NetworkLimits | null): void {
  if (fits(network, text, anyLink, limits)) return;
  const { name } = networks[network];
  const over = countLength(network, text, anyLink, limits) - longestPost(network, limits);
  throw new DomainError(
    "invalid",
    over > 0
      ? `That is ${over} too long for ${name}. Take a little away.`
      : `There is a sign in it that cannot be seen and that ${name} does not take. Type the words anew.`,
  );
}
