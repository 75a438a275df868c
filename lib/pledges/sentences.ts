import { sayDate } from "#lib/day.ts";
import { inWords } from "#lib/scores/wording.ts";

type Said = {
  shares: number;
  isWeekly: boolean;
  campaignName: string | null;
  topicName: string | null;
  endsOn: string;
};

/** “Two shares a week about hiring until 3 Dec 2026” */
export function sayPledge({ shares, isWeekly, campaignName, topicName, endsOn }: Said): string {
  const count = inWords(shares);
  const about = campaignName ? ` for “${campaignName}”` : topicName ? ` about ${topicName}` : "";
  const often = isWeekly ? " a week" : "";
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} ${shares === 1 ? "share" : "shares"}${often}${about} until ${sayDate(endsOn)}`;
}
