import { type Day, sayDate, sayShortDate } from "#lib/day.ts";

/** "10 Nov to 29 Nov 2026" */
export const sayDates = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): string =>
  startsOn.slice(0, 4) === endsOn.slice(0, 4)
    ? `${sayShortDate(startsOn)} to ${sayDate(endsOn)}`
    : `${sayDate(startsOn)} to ${sayDate(endsOn)}`;

/** How each number came about, in the words of the rules it was counted by. */
export const howCounted = (rules: number): string[] =>
  rules === 1
    ? [
        "Shares (attested): shares of the campaign’s stories that their members, or the network they went to, confirmed on a day of the campaign. Withdrawn ones are not among them.",
        "Participants (attested): the people who made those shares, each once.",
        "Clicks (measured): the first visit of each reader in an hour, on a day of the campaign, to a link to one of its stories. Bots, previews and the sharer’s own visits are not counted.",
        "A day is a day of the organization, a click belongs to the day in which its hour begins. The stories are those that were part of the campaign when it was counted.",
        "Nothing is told about fewer than five people: smaller networks and stories are joined until five people stand behind each line, and behind what is left.",
      ]
    : [`These figures were counted by rules ${rules}, which this version of Herald does not know.`];
