import { DrizzleQueryError } from "drizzle-orm";
import { z } from "zod";

const databaseError = z.object({ code: z.string(), constraint: z.string().optional() });

/** What Postgres says when no partition takes a row. A broken check has the same code, and names its constraint. */
export function isMissingPartition(error: unknown): boolean {
  const found = parse(error);
  return found?.code === "23514" && !found.constraint;
}

export const codeOf = (error: unknown): string | undefined => parse(error)?.code;

/** A lock that was not to be had, a deadlock, or a table that somebody else made, or dropped, at the same moment. */
export const isPassing = (code: string | undefined): boolean =>
  code !== undefined && ["55P03", "40P01", "42P07", "42P01", "23505"].includes(code);

function parse(error: unknown) {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return databaseError.safeParse(cause).data;
}
