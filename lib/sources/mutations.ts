import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { sources, sourceTopics } from "#db/schema/sources.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { consume } from "#lib/rate-limits.ts";
import { assertTopics } from "#lib/stories/mutations.ts";
import { getOrganizationRules } from "#lib/stories/queries.ts";
import { canLetApprove, canManageSources } from "./policy.ts";
import { pollSource } from "./polling/mutations.ts";
import { countSources, findSourceByFeed, getSourceRow, mostSources, type SourceRow } from "./queries.ts";
import type {
  AddSourceInput,
  EditSourceInput,
  PollOutcome,
  SourceIdInput,
  SourceSettings,
} from "./schemas.ts";

/** Adds a source and polls it at once. One that was removed comes back with these settings and all that it had brought. */
export async function addSource(
  actor: MemberActor,
  { feedUrl, ...settings }: AddSourceInput,
): Promise<PollOutcome & { sourceId: string }> {
  assertCan(canManageSources(actor), mayNot);
  await consume("findFeeds", actor.memberId);
  const sourceId = await db.transaction(async (tx) => {
    await assertMayHave(tx, actor, settings);
    const before = await findSourceByFeed(tx, actor, feedUrl);
    if (before && !before.removedAt)
      throw new DomainError("conflict", `That feed is here already: it is called “${before.name}”.`);
    if ((await countSources(tx, actor)) >= mostSources)
      throw new DomainError("limit_reached", `There are ${mostSources} sources already. Remove one first.`);
    const id = before?.id ?? newId();
    const { topicIds, ...columns } = settings;
    const now = clock.now();
    const fresh = { ...columns, addedById: actor.memberId, nextPollAt: now, removedAt: null, pausedAt: null };
    if (before)
      await tx
        .update(sources)
        .set({ ...fresh, ...well })
        .where(ofSource(actor, id));
    else {
      const [added] = await tx
        .insert(sources)
        .values({ ...fresh, organizationId: actor.organizationId, id, feedUrl, createdAt: now })
        .onConflictDoNothing()
        .returning({ id: sources.id });
      if (!added) throw new DomainError("conflict", "Somebody else has just added that feed.");
    }
    await replaceTopics(tx, actor, id, topicIds);
    await audit(tx, actor, "source.add", id, { feedUrl, mode: settings.mode, dailyCap: settings.dailyCap });
    return id;
  });
  return { sourceId, ...(await pollNow(actor, sourceId)) };
}

export async function editSource(
  actor: MemberActor,
  { sourceId, ...settings }: EditSourceInput,
): Promise<void> {
  const before = await loadSource(actor, sourceId);
  await db.transaction(async (tx) => {
    await assertMayHave(tx, actor, settings, before);
    const { topicIds, ...columns } = settings;
    const isSooner = settings.everyMinutes < before.everyMinutes;
    await tx
      .update(sources)
      .set({ ...columns, ...(isSooner && { nextPollAt: clock.now() }) })
      .where(ofSource(actor, sourceId));
    await replaceTopics(tx, actor, sourceId, topicIds);
    const { mode, dailyCap } = settings;
    await audit(tx, actor, "source.edit", sourceId, {
      mode,
      dailyCap,
      before: { mode: before.mode, dailyCap: before.dailyCap },
    });
  });
}

/** Nothing is asked of its site until `resumeSource`. What it brought goes on waiting. */
export async function pauseSource(actor: MemberActor, { sourceId }: SourceIdInput): Promise<void> {
  await change(actor, sourceId, "source.pause", () => ({ pausedAt: clock.now() }));
}

export async function resumeSource(actor: MemberActor, { sourceId }: SourceIdInput): Promise<void> {
  await change(actor, sourceId, "source.resume", () => ({ pausedAt: null, nextPollAt: clock.now() }));
}

/** Takes a source and what waits of it away; `restoreSource` undoes it. The stories that came from it stay. */
export async function removeSource(actor: MemberActor, { sourceId }: SourceIdInput): Promise<void> {
  await change(actor, sourceId, "source.remove", () => ({ removedAt: clock.now() }));
}

export async function restoreSource(actor: MemberActor, { sourceId }: SourceIdInput): Promise<void> {
  await change(actor, sourceId, "source.restore", () => ({ removedAt: null, nextPollAt: clock.now() }));
}

/** Polls now, whatever its schedule says. */
export async function pollSourceNow(actor: MemberActor, { sourceId }: SourceIdInput): Promise<PollOutcome> {
  const source = await loadSource(actor, sourceId);
  if (source.removedAt) throw new DomainError("not_found", "There is no such source.");
  await consume("findFeeds", actor.memberId);
  return pollNow(actor, sourceId);
}

async function pollNow(actor: MemberActor, sourceId: string): Promise<PollOutcome> {
  const polled = await pollSource(actor, sourceId, { isAskedFor: true });
  if (!polled)
    throw new DomainError("conflict", "This source is being asked just now. Look again in a moment.");
  return polled;
}

async function loadSource(actor: MemberActor, sourceId: string): Promise<SourceRow> {
  const source = await getSourceRow(db, actor, sourceId);
  assertCan(canManageSources(actor), mayNot);
  return source;
}

async function change(
  actor: MemberActor,
  sourceId: string,
  action: `source.${string}`,
  values: () => Partial<SourceRow>,
): Promise<void> {
  await loadSource(actor, sourceId);
  await db.transaction(async (tx) => {
    await tx.update(sources).set(values()).where(ofSource(actor, sourceId));
    await audit(tx, actor, action, sourceId);
  });
}

async function assertMayHave(
  tx: Transaction,
  actor: MemberActor,
  settings: SourceSettings,
  before?: SourceRow,
) {
  const { allowsSelfApproval } = await getOrganizationRules(tx, actor);
  const isLoosened =
    settings.mode === "approve" && (before?.mode !== "approve" || settings.dailyCap > before.dailyCap);
  assertCan(
    !isLoosened || canLetApprove(actor, allowsSelfApproval),
    "Here nobody approves their own stories, so only an admin lets a source approve by itself.",
  );
  await assertTopics(tx, actor, settings.topicIds);
}

async function replaceTopics(
  tx: Transaction,
  actor: MemberActor,
  sourceId: string,
  topicIds: string[],
): Promise<void> {
  const { organizationId } = actor;
  const ofThis = and(eq(sourceTopics.organizationId, organizationId), eq(sourceTopics.sourceId, sourceId));
  await tx.delete(sourceTopics).where(ofThis);
  const wanted = [...new Set(topicIds)];
  if (wanted.length > 0)
    await tx.insert(sourceTopics).values(wanted.map((topicId) => ({ organizationId, sourceId, topicId })));
}

const well = { lastError: null, failures: 0, etag: null, lastModified: null, pollingUntil: null };

const ofSource = (actor: MemberActor, sourceId: string) =>
  and(eq(sources.organizationId, actor.organizationId), eq(sources.id, sourceId));

const mayNot = "Only curators and admins look after sources.";
