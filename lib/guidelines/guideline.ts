import type { guidelineKind } from "#db/enums.ts";
import type { Day } from "#lib/day.ts";
import type { NetworkId } from "#lib/networks/network.ts";

export type GuidelineKind = (typeof guidelineKind.enumValues)[number];

/** Where a required text has to stand; `before` is within the first letters, as many as the network shows unfolded or as are named. */
export type RequiredPlace = "anywhere" | "start" | "before" | "end";

/** What a guideline of each kind wants. */
export type GuidelineRule =
  /** Any of the texts is enough; the first one is what Herald adds. */
  | { kind: "disclosure"; texts: string[]; place: RequiredPlace; within: number | null }
  | { kind: "blocked_phrases" | "warned_phrases"; phrases: string[] }
  /** Word for word, in this very case. */
  | { kind: "locked_text"; text: string; place: RequiredPlace; within: number | null }
  /** An address that the text has to lead to; empty means Herald's own short link. */
  | { kind: "link_required"; address: string }
  /** May be said up to and with that day; without phrases it is the stories of its topics as a whole. */
  | { kind: "expiry"; phrases: string[]; until: Day };

/** A guideline as it is asked: what it wants, and whose texts it is for. Empty lists mean every one. */
export type Guideline = {
  id: string;
  name: string;
  version: number;
  rule: GuidelineRule;
  /** What somebody whose text does not meet it is told besides. */
  explanation: string;
  networks: NetworkId[];
  countries: string[];
  topicIds: string[];
  startsOn: Day | null;
  endsOn: Day | null;
  /** The disclosure that the organization's settings ask of everybody: any other disclosure takes its place. */
  isSetting: boolean;
};

/** A part of the text, in UTF-16 units. */
export type Place = { start: number; end: number };

/** What one guideline says to one text. */
export type Verdict = {
  guidelineId: string;
  version: number;
  name: string;
  kind: GuidelineKind;
  outcome: "passes" | "warns" | "blocks";
  /** What is so, or what to do about it. */
  sentence: string;
  explanation: string;
  places: Place[];
};
