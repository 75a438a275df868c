import { DomainError, type ErrorCode } from "#lib/errors.ts";

/** What a site answered instead of what was asked for. */
export class RefusedAnswer extends DomainError {
  readonly status: number;
  /** What its Retry-After says, as it came. */
  readonly retryAfter: string | null;

  constructor(status: number, retryAfter: string | null) {
    super(...wordsOf(status));
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Everything that safeFetch says no to, as a sentence for the person who pasted the address. */
export const refusals = {
  notAnAddress: () =>
    new DomainError("invalid", "That is not a web address. It starts with https:// or http://."),
  credentials: () =>
    new DomainError("invalid", "That address has a name or password in it. Remove the part before the @."),
  port: () => new DomainError("invalid", "Only the usual web ports, 80 and 443, are fetched."),
  privateAddress: () =>
    new DomainError("invalid", "That address leads into a private network, so it is not fetched."),
  tooManyRedirects: (limit: number) =>
    new DomainError("invalid", `That address sends us on more than ${limit} times, so we stopped.`),
  tooBig: (limitBytes: number) =>
    new DomainError(
      "invalid",
      `What is there is larger than ${limitBytes / 1_000_000} MB, so it was not read.`,
    ),
  wrongType: (wanted: string, found: string) =>
    new DomainError("invalid", `That address is not ${wanted}: it holds ${found || "something unnamed"}.`),
  unreadable: () => new DomainError("invalid", "What is there could not be unpacked, so it was not read."),
  status: (status: number, retryAfter?: string) => new RefusedAnswer(status, retryAfter ?? null),
  timedOut: () => new DomainError("unavailable", "That site took too long to answer. Try again in a moment."),
  unknownHost: (host: string) =>
    new DomainError("invalid", `There is no site called ${host}. Check the spelling of the address.`),
  certificate: () =>
    new DomainError("invalid", "That site's certificate is not valid, so nothing was read from it."),
  unreachable: () =>
    new DomainError(
      "unavailable",
      "That site could not be reached. Check the address, or try again in a moment.",
    ),
} as const;

function wordsOf(status: number): [ErrorCode, string] {
  if (status === 404 || status === 410)
    return ["invalid", `There is no page at that address: the site answered ${status}.`];
  if (status === 401 || status === 403 || status === 407)
    return ["invalid", `That page is not open to everybody: the site answered ${status}.`];
  if (status === 429) return ["unavailable", "That site asks for more patience: it answered 429."];
  return ["unavailable", `That site has trouble just now: it answered ${status}.`];
}
