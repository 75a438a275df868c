import type { NetworkId } from "#lib/networks/network.ts";

type Person = { id: string; name: string };

/** A topic of the story that has approvers: who can give its yes now, and whose yes counts. */
export type Requirement = {
  topicId: string;
  topicName: string;
  able: Person[];
  countedIds: readonly string[];
};

/** A member's yes to what the story says now. */
export type Yes = { memberId: string; mayDecide: boolean; networks: readonly NetworkId[] | null };

/** Who is still waited for: the people of a topic, or of the desk when `topicName` is null. */
export type Wait = { topicName: string | null; people: Person[] };

export type Judgement = {
  waitsFor: Wait[];
  /** What all that was said allows together: null is every network. */
  networks: NetworkId[] | null;
};

/** Whether every yes that a story needs was given; `yeses` has the newest last, one of each member. */
export function judge(requirements: readonly Requirement[], yeses: readonly Yes[]): Judgement {
  const ofDesk = yeses.findLast(({ mayDecide }) => mayDecide);
  const ofTopics = requirements.map((requirement) => ({
    requirement,
    yes: yeses.findLast(({ memberId }) => requirement.countedIds.includes(memberId)),
  }));
  const open = ofTopics
    .filter(({ yes }) => !yes)
    .map(({ requirement: { topicName, able } }) => ({ topicName, people: able }));
  return {
    waitsFor: ofDesk ? open : [...open, { topicName: null, people: [] }],
    networks: [ofDesk, ...ofTopics.map(({ yes }) => yes)].reduce<NetworkId[] | null>(
      (allowed, yes) => inBoth(allowed, yes?.networks ?? null),
      null,
    ),
  };
}

/** "Waits for Finance: Ada or Bo, and for somebody of the desk." Empty when nobody is waited for. */
export function sayWaits(waits: readonly Wait[]): string {
  if (waits.length === 0) return "";
  return `Waits for ${inWords(waits.map(sayWait), "and for")}.`;
}

function sayWait({ topicName, people }: Wait): string {
  if (topicName === null) return "a decision of the comms desk";
  const names = inWords(
    people.map(({ name }) => name),
    "or",
  );
  return names ? `${topicName}: ${names}` : `${topicName}: somebody whom an admin has to name`;
}

function inWords(words: readonly string[], last: "or" | "and for"): string {
  if (words.length < 2) return words.join();
  const glue = last === "or" ? " or " : ", and for ";
  return `${words.slice(0, -1).join(", ")}${glue}${words.at(-1)}`;
}

function inBoth(one: readonly NetworkId[] | null, other: readonly NetworkId[] | null): NetworkId[] | null {
  if (one && other) return one.filter((network) => other.includes(network));
  const either = one ?? other;
  return either && [...either];
}
