import { stdSerializers } from "pino";

type Said = { message?: unknown; stack?: unknown; code?: unknown; cause?: unknown; [fact: string]: unknown };

/** What Drizzle and Postgres say with values in it: of people, of sessions, secrets. */
const withValues = new Set(["params", "detail", "where", "internalQuery"]);

/**
 * An error as the log has it. A failed query names its values in its message and stack: of it the log has the query, and
 * the code and message that Postgres gave as its cause.
 */
export function loggedError(error: Error): unknown {
  return withoutValues(stdSerializers.errWithCause(error));
}

/** What went wrong in one word: the code of what is behind it all, such as 23505 or ECONNREFUSED. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const own = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return errorCode(error.cause) ?? own;
}

function withoutValues(said: unknown): unknown {
  if (Array.isArray(said)) return said.map(withoutValues);
  if (!isSaid(said)) return said;
  const kept = Object.entries(said).filter(([fact]) => !withValues.has(fact));
  const facts = Object.fromEntries(kept.map(([fact, value]) => [fact, withoutValues(value)]));
  return isFailedQuery(said) ? { ...facts, message: "a query failed", stack: placesIn(said) } : facts;
}

/** Told by its looks: the error may come from another module graph, with a class of its own. */
const isFailedQuery = ({ query, params }: Said): boolean => typeof query === "string" && params !== undefined;

/** A stack begins with the message. */
function placesIn({ message, stack }: Said): string | undefined {
  const [before, places] = `${stack}`.split(`${message}`, 2);
  return places === undefined ? undefined : `${before}a query failed${places}`;
}

const isSaid = (value: unknown): value is Said =>
  typeof value === "object" && value !== null && "message" in value && "stack" in value;
