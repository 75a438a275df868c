import { z } from "zod";
import type { FactKind } from "../fact.ts";
import type { RuleName } from "../rule.ts";

export const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1);

/** What one rule gave on one day, with the reason in words. Equal entries, such as clicks, are one line. */
export type LedgerLine = {
  day: string;
  rule: RuleName;
  reason: string;
  /** How many entries the line stands for. */
  count: number;
  points: number;
};

export type LedgerPage = { lines: LedgerLine[]; hasMore: boolean };

/** What one rule gave for one share, and why. Lines that give nothing say why not. */
export type EarnedLine = Omit<LedgerLine, "day">;

/** An entry with the fact behind it, for whoever wants to know exactly. */
export type LedgerEntry = {
  position: number;
  points: number;
  isRewardable: boolean;
  rule: RuleName;
  ruleSet: number;
  reason: string;
  occurredAt: string;
  /** What the rule read. */
  inputs: Record<string, unknown>;
  hash: string;
  /** The member's own share behind it; null when it is a colleague's, or none. */
  shareId: string | null;
  factKind: FactKind;
};

export type LedgerDay = { day: string; entries: LedgerEntry[]; hasMore: boolean };
