import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { DomainError } from "#lib/errors.ts";

const minutes = (count: number): number => count * 60;

/**
 * How often (`points`) in how long (`duration`, seconds) one key may do something. Each process counts for itself, so
 * n processes allow up to n times as much: these limits stop floods and guessing, they are no quota.
 */
const limits = {
  /** Keyed by client address: any attempt to sign in. */
  signIn: { points: 300, duration: minutes(10) },
  /** Keyed by client address: sign-in mails asked for. */
  signInMailFrom: { points: 20, duration: minutes(15) },
  /** Keyed by e-mail address: sign-in mails sent to it. */
  signInMailTo: { points: 4, duration: minutes(15) },
  /** Keyed by organization: invitations mailed. */
  invitation: { points: 200, duration: minutes(60) },
  /** Keyed by organization: people outside who were asked to look at a story. */
  outsideInvitation: { points: 100, duration: minutes(60) },
  /** Keyed by outside reviewer: what they look at, write and say. */
  outsideAct: { points: 60, duration: minutes(10) },
  /** Keyed by member: comments on stories. */
  comment: { points: 60, duration: minutes(10) },
  /** Keyed by member. */
  suggestion: { points: 10, duration: minutes(60) },
  /** Keyed by client address: short links that nobody knows. What comes on top is looked up slowly. */
  unknownLink: { points: 60, duration: minutes(1) },
  /** Keyed by member: accounts on networks connected, or tried to. */
  connect: { points: 30, duration: minutes(10) },
  /** Keyed by member: networks asked what became of a post. */
  askNetwork: { points: 10, duration: minutes(10) },
  /** Keyed by member: posts that failed sent once more. */
  publishAgain: { points: 60, duration: minutes(10) },
  /** Keyed by member: words compared with colleagues', as often as somebody who types without a stop asks. */
  sameness: { points: 240, duration: minutes(1) },
  /** Keyed by member: foreign pages fetched. */
  linkPreview: { points: 30, duration: minutes(10) },
  /** Keyed by member: feeds looked for, added or asked at once. */
  findFeeds: { points: 60, duration: minutes(10) },
} as const;

export type LimitName = keyof typeof limits;

// server.ts and Next's bundles are different module graphs in one process: they count together here.
const shared = globalThis as typeof globalThis & { heraldLimiters?: Map<LimitName, RateLimiterMemory> };

/** Counts one use; throws `limit_reached`, saying how long to wait, once the key has had its share. */
export async function consume(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name).consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new DomainError(
      "limit_reached",
      `That is more than is allowed in a short time. Try again in ${inWords(error.msBeforeNext)}.`,
    );
  }
}

/** Whether the key has had its share. Counts nothing. */
export async function isSpent(name: LimitName, key: string): Promise<boolean> {
  const used = await limiter(name).get(key);
  return used !== null && used.consumedPoints >= limits[name].points;
}

function limiter(name: LimitName): RateLimiterMemory {
  shared.heraldLimiters ??= new Map();
  const known = shared.heraldLimiters.get(name);
  if (known) return known;
  const made = new RateLimiterMemory({ keyPrefix: name, ...limits[name] });
  shared.heraldLimiters.set(name, made);
  return made;
}

function inWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const count = Math.ceil(seconds / 60);
  return count === 1 ? "1 minute" : `${count} minutes`;
}
