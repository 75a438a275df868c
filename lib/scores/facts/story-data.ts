import type { network } from "#db/enums.ts";
import type { Contributor, FactData } from "../fact.ts";

/** What is read of a share, of a click on one, or of a suggestion. */
export type FactRow = {
  network?: (typeof network.enumValues)[number];
  timeZone: string;
  captionById?: string | null;
  story: {
    id: string;
    title: string;
    campaignId?: string | null;
    suggestedById: string | null;
    editedById?: string | null;
    approvedAt: Date | null;
  };
};

/** A story as it is now, for the journal: what changes about it later does not change what was scored. */
export function toStoryData({ network, captionById, story }: FactRow): FactData {
  const contributors = listContributors(story, captionById);
  return {
    title: story.title,
    ...(network && { network }),
    ...(contributors.length > 0 && { contributors }),
    ...(story.approvedAt && { approvedAt: story.approvedAt.toISOString() }),
    ...(story.campaignId && { campaignId: story.campaignId }),
  };
}

/** Only a suggestion has a line of descent; what the desk makes by itself is its work. */
function listContributors(
  { suggestedById, editedById }: FactRow["story"],
  captionById: string | null | undefined,
): Contributor[] {
  if (!suggestedById) return [];
  return [
    { memberId: suggestedById, by: "idea" },
    ...(editedById ? [{ memberId: editedById, by: "edits" } as const] : []),
    ...(captionById ? [{ memberId: captionById, by: "caption" } as const] : []),
  ];
}
