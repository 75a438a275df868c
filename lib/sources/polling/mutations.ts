import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sources } from "#db/schema/sources.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { notifyRoles } from "#lib/notices/mutations.ts";
import { readOffThread } from "#lib/reader-thread/reader-thread.ts";
import { RefusedAnswer } from "#lib/safe-fetch/refusals.ts";
import { type Fetched, type SafeFetchOptions, safeFetch } from "#lib/safe-fetch/safe-fetch.ts";
import { keepNewItems } from "../items/arrivals/mutations.ts";
import type { ReadFeed } from "../read-feed.ts";
import { makeStoriesByItself } from "../unattended/mutations.ts";
import { isDue, isFree } from "./queries.ts";
import { afterFailure, afterSuccess, readRetryAfter } from "./schedule.ts";

export type SourceRow = typeof sources.$inferSelect;
export type PollOptions = { fetch?: Partial<SafeFetchOptions>; isAskedFor?: boolean };
export type Polled = { arrived: number; made: number; error: string | null };

/** Longer than a fetch, its reading and its writing take together. */
const leaseMs = 90_000;
const fetchMs = 20_000;
const longestValidator = 500;
const dayMs = 86_400_000;
/** For so long a source may fail before people are told. */
const patienceMs = 3 * dayMs;

/**
 * Polls one source, if it is due and nobody else polls it; null when not. Nothing that a feed or its server does gets out of
 * here: it becomes the source's own error.
 */
export async function pollSource(
  actor: Actor,
  sourceId: string,
  options: PollOptions = {},
): Promise<Polled | null> {
  const source = await claim(actor, sourceId, options.isAskedFor ?? false);
  if (!source) return null;
  try {
    const answer = await fetchFeed(source, options.fetch ?? {});
    const arrived = await keepAnswer(actor, source, answer);
    if (arrived === null) return null;
    return { arrived, made: await makeStoriesByItself(actor, source.id), error: null };
  } catch (error) {
    if (!(error instanceof DomainError)) log.error({ err: error, sourceId }, "a source could not be polled");
    const said =
      error instanceof DomainError
        ? error.message
        : "Something went wrong on Herald’s side. It is in the log.";
    await keepFailure(actor, source, said, error instanceof RefusedAnswer ? error.retryAfter : null);
    return { arrived: 0, made: 0, error: said };
  }
}

/** Whoever polls holds the source for a while; one that was killed meanwhile lets go by itself. */
async function claim(actor: Actor, sourceId: string, isAskedFor: boolean): Promise<SourceRow | null> {
  const now = clock.now();
  const [source] = await db
    .update(sources)
    .set({ pollingUntil: new Date(now.getTime() + leaseMs) })
    .where(
      and(
        eq(sources.organizationId, actor.organizationId),
        eq(sources.id, sourceId),
        isAskedFor ? and(isNull(sources.removedAt), isFree()) : isDue(),
      ),
    )
    .returning();
  return source ?? null;
}

type Answer = { feed: ReadFeed | null; etag: string | null; lastModified: string | null };

async function fetchFeed(source: SourceRow, overrides: Partial<SafeFetchOptions>): Promise<Answer> {
  const { etag, lastModified } = source;
  const fetched = await safeFetch(source.feedUrl, "feed", {
    totalMs: fetchMs,
    since: { etag, lastModified },
    ...overrides,
  });
  if (fetched.isUnchanged) return { feed: null, etag, lastModified };
  return {
    feed: await readFetched(fetched),
    etag: kept(fetched.etag),
    lastModified: kept(fetched.lastModified),
  };
}

export function readFetched({ body, contentType, url }: Fetched): Promise<ReadFeed> {
  return readOffThread("readFeed", [{ body, contentType, url }, clock.now()]);
}

const kept = (validator: string | undefined): string | null =>
  validator && validator.length <= longestValidator ? validator : null;

/** What a poll brought, with the source's health, at once; null when somebody else holds the source by now. */
async function keepAnswer(
  actor: Actor,
  source: SourceRow,
  { feed, etag, lastModified }: Answer,
): Promise<number | null> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const [held] = await tx
      .update(sources)
      .set({
        etag,
        lastModified,
        pollingUntil: null,
        nextPollAt: afterSuccess(now, source.everyMinutes),
        lastPolledAt: now,
        lastSucceededAt: now,
        lastError: null,
        failures: 0,
        ...(feed?.siteUrl && { siteUrl: feed.siteUrl }),
      })
      .where(isHeld(source))
      .returning({ id: sources.id });
    if (!held) return null;
    return feed ? keepNewItems(tx, actor, source, feed.items) : 0;
  });
}

async function keepFailure(
  actor: Actor,
  source: SourceRow,
  said: string,
  retryAfter: string | null,
): Promise<void> {
  const now = clock.now();
  const failures = source.failures + 1;
  const retryAt = readRetryAfter(retryAfter, now);
  await db.transaction(async (tx) => {
    const [held] = await tx
      .update(sources)
      .set({
        pollingUntil: null,
        nextPollAt: afterFailure(now, { everyMinutes: source.everyMinutes, failures, retryAt }),
        lastPolledAt: now,
        lastError: said,
        failures,
      })
      .where(isHeld(source))
      .returning({ id: sources.id });
    const wellAt = source.lastSucceededAt ?? source.createdAt;
    if (!held || failures < 3 || now.getTime() - wellAt.getTime() < patienceMs) return;
    await notifyRoles(tx, actor, ["curator", "admin"], {
      kind: "source.failing",
      data: { sourceId: source.id, name: source.name, reason: said },
      onceKey: `source.failing ${source.id} ${wellAt.toISOString()}`,
    });
  });
}

const isHeld = ({ organizationId, id, pollingUntil }: SourceRow) =>
  and(
    eq(sources.organizationId, organizationId),
    eq(sources.id, id),
    isNull(sources.removedAt),
    pollingUntil ? eq(sources.pollingUntil, pollingUntil) : undefined,
  );
