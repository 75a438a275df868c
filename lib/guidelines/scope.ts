import type { Day } from "#lib/day.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { Guideline } from "./guideline.ts";

/** Whose text it is, of which story, where it goes and when. */
export type Circumstances = { network: NetworkId; country: string; topicIds: readonly string[]; day: Day };

/** The guidelines that a text has to meet. A disclosure of its own for a network, a country or a topic takes the usual one's place. */
export function guidelinesFor(guidelines: readonly Guideline[], circumstances: Circumstances): Guideline[] {
  const applying = guidelines.filter((guideline) => appliesTo(guideline, circumstances));
  const hasOther = applying.some(({ rule, isSetting }) => rule.kind === "disclosure" && !isSetting);
  return hasOther ? applying.filter(({ isSetting }) => !isSetting) : applying;
}

const appliesTo = (guideline: Guideline, { network, ...beside }: Circumstances): boolean =>
  (guideline.networks.length === 0 || guideline.networks.includes(network)) &&
  appliesBeside(guideline, beside);

/** Whether a guideline applies on some network. */
export function appliesBeside(
  { countries, topicIds, startsOn, endsOn }: Guideline,
  { country, day, ...story }: Omit<Circumstances, "network">,
): boolean {
  return (
    (countries.length === 0 || countries.includes(country)) &&
    (topicIds.length === 0 || topicIds.some((id) => story.topicIds.includes(id))) &&
    (startsOn === null || startsOn <= day) &&
    (endsOn === null || endsOn >= day)
  );
}
