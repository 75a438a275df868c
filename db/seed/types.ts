import type { network, role } from "#db/enums.ts";

export type Role = (typeof role.enumValues)[number];
export type Network = (typeof network.enumValues)[number];

export type PersonSeed<Team extends string = string> = {
  key: string;
  /** Made from the name when it is not given. */
  email?: string;
  name: string;
  jobTitle: string;
  team: Team;
  roles?: Role[];
  manages?: Team[];
  boardName?: "name" | "alias" | "absent";
  alias?: string;
  /** How often this person shares; 1 is about once a week. */
  activity: number;
  /** The topics that this person follows. */
  follows?: string[];
};

/** Where people work, and what they read best there. */
export type OfficeSeed = { location: string; country: string; language: string; region: string };

/** A saved rule; teams and topics are called by their names. */
export type AudienceSeed = {
  key: string;
  name: string;
  match: "all" | "any";
  conditions: { field: string; is: boolean; values: string[] }[];
};

export type CaptionSeed = {
  text: string;
  network?: Network;
  language?: string;
  /** How often it is offered beside the others; 1 is usual. */
  weight?: number;
};

/** Where a story stands today, and since when, in working days. */
export type StoryLife =
  | { is: "live"; since: number; time: string; expiresInDays?: number }
  | { is: "expired"; since: number; time: string; afterDays: number }
  | { is: "archived"; since: number; time: string; afterDays: number; reason: string }
  | { is: "scheduled"; ahead: number; time: string }
  | { is: "draft"; since: number; time: string }
  | { is: "in_review"; since: number; time: string }
  | { is: "changes_requested" | "rejected"; since: number; time: string; reason: string };

export type StorySeed = {
  key: string;
  title: string;
  summary: string;
  /** A text story has a body, a link story a url, an image story neither. */
  body?: string;
  url?: string;
  siteName?: string;
  language?: string;
  image?: string;
  /** What of the image stays in sight, from 0 (left, top) to 1; its middle unless something else matters. */
  focus?: { x: number; y: number };
  topics: string[];
  /** Whom it is for when not for everyone: some teams, or a saved audience. */
  teams?: string[];
  audience?: string;
  campaign?: string;
  author: string;
  reviewer: string;
  suggestedBy?: string;
  suggestionNote?: string;
  /** An earlier round on the desk: changes that were asked for before it was approved. */
  earlier?: { by: string; reason: string };
  life: StoryLife;
  captions: CaptionSeed[];
  /** What was said while it was looked at, and what its summary was before. */
  talk?: {
    wasSummary: string;
    comments: { by: string; text: string; isSettled?: true }[];
    dueInDays: number;
    outside: { name: string; invitedBy: string; reason: string };
  };
  /** What colleagues wrote about it themselves; some of it only one of them can have written. */
  voices?: (string | { by: string; text: string })[];
  /** A share that was handed to LinkedIn and that its member has not answered for. */
  waiting?: { by: string; hoursAgo: number; text: string };
  /** Who has not shared it, so that whoever tries the demo as one of them can. */
  notYetBy?: string[];
  /** How far it travels; 1 is usual. */
  pull?: number;
};

export type PledgeSeed = {
  by: string;
  /** Whose promise it is when it is a team's. */
  team?: string;
  shares: number;
  isWeekly: boolean;
  campaign?: string;
  topic?: string;
  /** Working days ago. */
  since: number;
  endsInDays: number;
  note: string;
  dependents: string[];
};

export type ThanksSeed = { from: string; to: string; note: string; daysAgo: number };

export type CampaignSeed = {
  key: string;
  name: string;
  startsInDays: number;
  endsInDays: number;
  brief: string;
  goalShares: number;
  goalClicks: number;
  goalParticipants: number;
  utmCampaign: string;
  /** Who closes it once the demo is written, and what they say; nobody while it is open. */
  closing?: { by: string; note: string };
};

export type GuidelineSeed = {
  name: string;
  rule:
    | { kind: "warned_phrases" | "blocked_phrases"; phrases: string[] }
    | { kind: "expiry"; phrases: string[]; until: string };
  explanation: string;
  topics: string[];
  passingText: string;
  failingText: string;
  isOn: boolean;
};

export type CompanySeed = {
  slug: string;
  name: string;
  accentColor: string;
  timeZone: string;
  /** Where it is at home, and most of its readers are. */
  country: string;
  disclosure: string;
  emailDomain: string;
  /** How keen people are to share here, against the usual 1. */
  sharing: number;
  /** How many readers a share brings here, against the usual 1. */
  readership: number;
  /** Working days since the company began to use Herald. */
  founded: number;
  teams: readonly string[];
  /** What the people of a team do, by its name. */
  jobFunctions: Readonly<Record<string, string>>;
  topics: readonly string[];
  /** Whose yes a topic requires. */
  approvers?: { topic: string; by: string }[];
  /** People are spread over them in turn. */
  offices: readonly OfficeSeed[];
  audiences: readonly AudienceSeed[];
  campaigns: CampaignSeed[];
  sources?: SourceSeed[];
  guidelines?: GuidelineSeed[];
  pledges?: PledgeSeed[];
  thanks?: ThanksSeed[];
  people: PersonSeed[];
  stories: StorySeed[];
  /** Sentences that people add to whatever they share, by team, and for everyone. */
  asides: { everyone: string[]; byTeam: Record<string, string[]> };
};

export type SourceSeed = {
  name: string;
  feedUrl: string;
  language: string;
  /** Key of the person. */
  addedBy: string;
  isPaused?: true;
  error?: { sentence: string; failures: number };
  /** What waits. */
  items: { title: string; path: string; summary: string; hoursAgo: number }[];
};
