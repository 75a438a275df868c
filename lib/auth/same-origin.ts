import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";

/**
 * Refuses a write that another site started. Next lets an action run when a request names no origin at all,
 * so one of `Origin` and `Sec-Fetch-Site` must be there and must say that the request comes from us.
 */
export function assertSameOrigin(headers: Pick<Headers, "get">): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const isOurs = origin ? origin === new URL(env.PUBLIC_URL).origin : site === "same-origin";
  if (!isOurs) throw new DomainError("forbidden", "This request did not come from Herald's own pages.");
}
