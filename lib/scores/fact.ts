import type { network } from "#db/enums.ts";
import type { Day } from "#lib/day.ts";

export type FactKind = "share" | "click" | "story" | "withdrawal" | "pledge" | "correction";

/** Somebody who had a part in a story, other than by sharing it. */
export type Contributor = { memberId: string; by: "idea" | "edits" | "caption" };

/** What the rules read of a fact, as it was when it was scored. */
export type FactData = {
  /** The story's, or what was promised; what it is called in reasons. */
  title: string;
  network?: (typeof network.enumValues)[number];
  /** Likeness of a share to the closest caption, 0 to 1. */
  similarity?: number;
  /** Those whose part in the story is credited, and since when (ISO 8601). */
  contributors?: Contributor[];
  approvedAt?: string;
  /** The campaign that the story was in. */
  campaignId?: string;
  /** Whether a kept pledge counts shares on a network that no reward is given for. */
  networks?: (typeof network.enumValues)[number][];
  /** Of a correction. */
  points?: number;
  reason?: string;
};

/** Something that happened and that points may follow from. */
export type Fact = {
  organizationId: string;
  kind: FactKind;
  /** Of the share, click, story, pledge or correction; a withdrawal has its share's. */
  factId: string;
  memberId: string;
  shareId: string | null;
  storyId: string | null;
  occurredAt: Date;
  day: Day;
  data: FactData;
};

/** A fact in the organization's journal: its place, and the rule set that was in force. */
export type StoredFact = Fact & { position: number; ruleSet: number };
