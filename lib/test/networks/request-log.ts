import { type Call, typeOf } from "./call.ts";
import type { Effect } from "./faults.ts";
import { maskForm, maskHeaders, maskJson } from "./masking.ts";
import type { Provider } from "./provider.ts";

export type LoggedRequest = {
  at: string;
  provider: Provider;
  /** Whose token or password it carried, when that is known. */
  account: string | null;
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  /** JSON as sent, a form as text, secrets masked; of bytes only how many. */
  body: unknown;
  fault: Effect | null;
  /** What was answered; null while it is being answered and when the connection was dropped. */
  status: number | null;
};

const kept = 50_000;

export function logRequest(
  log: LoggedRequest[],
  call: Call,
  facts: Pick<LoggedRequest, "at" | "provider" | "account" | "fault">,
): LoggedRequest {
  const entry: LoggedRequest = {
    ...facts,
    method: call.method,
    path: call.path,
    query: maskForm(call.url.search.slice(1)),
    headers: maskHeaders(call.headers),
    body: readable(call),
    status: null,
  };
  log.push(entry);
  if (log.length > kept) log.splice(0, log.length - kept);
  return entry;
}

function readable(call: Call): unknown {
  if (call.body.length === 0) return null;
  const type = typeOf(call);
  if (type === "application/x-www-form-urlencoded") return maskForm(call.body.toString());
  if (type !== "application/json") return { type, bytes: call.body.length };
  try {
    return maskJson(JSON.parse(call.body.toString()));
  } catch {
    return call.body.toString();
  }
}
