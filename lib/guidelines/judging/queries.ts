import { db } from "#db/client.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { listAsked } from "../asked/queries.ts";
import type { Verdict } from "../guideline.ts";
import { judgeWords } from "../judge-words.ts";
import { sayRule } from "../words.ts";

type Sharing = {
  storyId: string;
  network: NetworkId;
  text: string;
  acceptedIds?: readonly string[] | undefined;
  /** When it is to leave; null is now. */
  leavesAt?: Date | null;
};

/** A verdict as it is kept: with the guideline's words as they were. */
export type KeptVerdict = Verdict & { says: string };

/** A text that may leave, what each guideline says to it, and which warnings its member went on past. */
export type Judgement = { text: string; verdicts: KeptVerdict[]; acceptedIds: string[] };

/** Every short link is as long as every other; which one it is makes no difference. */
const anyLink = `${env.PUBLIC_URL}/s/`;

/**
 * The text with what the guidelines want to be said, judged by all that apply. Throws `invalid` when one blocks it, or warns and
 * the member has not said that they want to post it anyway.
 */
export async function judgeShare(actor: MemberActor, sharing: Sharing): Promise<Judgement> {
  const { storyId, network, acceptedIds = [], leavesAt = null } = sharing;
  const asked = await listAsked(db, { ...actor, storyId, leavesAt });
  const { text, applying, verdicts } = judgeWords(sharing.text, asked, network, anyLink);
  const unmet = verdicts.find(
    ({ outcome, guidelineId }) =>
      outcome === "blocks" || (outcome === "warns" && !acceptedIds.includes(guidelineId)),
  );
  if (unmet) throw new DomainError("invalid", sayUnmet(unmet));
  const warned = verdicts.filter(({ outcome }) => outcome === "warns").map(({ guidelineId }) => guidelineId);
  const rules = new Map(applying.map(({ id, rule }) => [id, rule]));
  return {
    text,
    verdicts: verdicts.map((verdict) => {
      const rule = rules.get(verdict.guidelineId);
      return { ...verdict, says: rule ? sayRule(rule) : "" };
    }),
    acceptedIds: warned,
  };
}

function sayUnmet({ name, outcome, sentence, explanation }: Verdict): string {
  const said = `${name}: ${sentence} ${explanation}`.trim();
  return outcome === "warns" ? `${said} Tick that you want to post it anyway, or change it.` : said;
}
