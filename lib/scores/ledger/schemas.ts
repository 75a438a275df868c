import { z } from "zod";
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
