import { type Day, dayIn } from "#lib/day.ts";
import type { Rule, RuleName } from "./rule.ts";
import type { RuleSet } from "./rule-set.ts";

/** What happened: the share, click or story that a rule looks at. */
export type Fact = {
  kind: "share" | "click" | "story";
  id: string;
  /** The share that was confirmed or clicked. */
  shareId: string | null;
  organizationId: string;
  timeZone: string;
  occurredAt: Date;
  story: {
    id: string;
    title: string;
    /** Who suggested it, and when it was approved; null when nobody did, or not yet. */
    suggestedById: string | null;
    approvedAt: Date | null;
  };
};

export type Entry = {
  organizationId: string;
  memberId: string;
  points: number;
  rule: RuleName;
  ruleSet: number;
  factKind: Fact["kind"];
  factId: string;
  storyId: string;
  shareId: string | null;
  inputs: Record<string, unknown>;
  reason: string;
  occurredAt: Date;
  day: Day;
};

/** What one rule gives one member for a fact. */
export function makeEntry<Inputs extends Record<string, unknown>>(
  ruleSet: RuleSet,
  rule: Rule<Inputs>,
  memberId: string,
  fact: Fact,
  inputs: Inputs,
): Entry {
  return {
    organizationId: fact.organizationId,
    memberId,
    points: rule.points(ruleSet, inputs),
    rule: rule.name,
    ruleSet: ruleSet.version,
    factKind: fact.kind,
    factId: fact.id,
    storyId: fact.story.id,
    shareId: fact.shareId,
    inputs,
    reason: rule.reason(ruleSet, inputs, fact.story.title),
    occurredAt: fact.occurredAt,
    day: dayIn(fact.timeZone, fact.occurredAt),
  };
}
