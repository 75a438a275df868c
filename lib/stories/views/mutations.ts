import { and, eq, ne, type SQL } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { storyViews } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { readLibraryFilters, toLibrarySearch } from "../library/filters.ts";
import { canCurate } from "../policy.ts";
import type { ChangeViewInput, RemoveViewInput, SaveViewInput, StoryView } from "./schemas.ts";

const mostViews = 30;
const columns = { id: storyViews.id, name: storyViews.name, search: storyViews.search };

/** Keeps the filters under a name of the member's own. */
export async function saveView(actor: MemberActor, { name, search }: SaveViewInput): Promise<StoryView> {
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  return db.transaction(async (tx) => {
    const own = await tx.select(columns).from(storyViews).where(isOwn(actor));
    if (own.length >= mostViews)
      throw new DomainError("limit_reached", `Up to ${mostViews} views can be saved. Delete one first.`);
    const { organizationId, memberId } = actor;
    const values = { organizationId, memberId, name, search: tidy(search), createdAt: clock.now() };
    const [view] = await tx.insert(storyViews).values(values).onConflictDoNothing().returning(columns);
    if (!view) throw new DomainError("conflict", nameTaken);
    await audit(tx, actor, "story_view.save", view.id);
    return view;
  });
}

/** Gives a view another name, other filters, or both. */
export async function changeView(
  actor: MemberActor,
  { viewId, name, search }: ChangeViewInput,
): Promise<StoryView> {
  return db.transaction(async (tx) => {
    const before = await getOwnView(tx, actor, viewId);
    if (name) await assertFree(tx, actor, name, viewId);
    const values = { name: name ?? before.name, search: search === undefined ? before.search : tidy(search) };
    await tx.update(storyViews).set(values).where(isOwn(actor, viewId));
    await audit(tx, actor, "story_view.change", viewId);
    return { id: viewId, ...values };
  });
}

export async function removeView(actor: MemberActor, { viewId }: RemoveViewInput): Promise<StoryView> {
  return db.transaction(async (tx) => {
    const view = await getOwnView(tx, actor, viewId);
    await tx.delete(storyViews).where(isOwn(actor, viewId));
    await audit(tx, actor, "story_view.remove", viewId);
    return view;
  });
}

const nameTaken = "You have a view of that name already. Choose another name.";

/** Without what makes no sense, and without a place in the list. */
const tidy = (search: string): string =>
  toLibrarySearch(readLibraryFilters(Object.fromEntries(new URLSearchParams(search))));

async function getOwnView(tx: Transaction, actor: MemberActor, viewId: string): Promise<StoryView> {
  const [view] = await tx.select(columns).from(storyViews).where(isOwn(actor, viewId)).for("update");
  if (!view) throw new DomainError("not_found", "There is no such view of yours.");
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  return view;
}

async function assertFree(tx: Transaction, actor: MemberActor, name: string, viewId: string): Promise<void> {
  const [taken] = await tx
    .select({ id: storyViews.id })
    .from(storyViews)
    .where(and(isOwn(actor), eq(storyViews.name, name), ne(storyViews.id, viewId)));
  if (taken) throw new DomainError("conflict", nameTaken);
}

const isOwn = ({ organizationId, memberId }: MemberActor, viewId?: string): SQL | undefined =>
  and(
    eq(storyViews.organizationId, organizationId),
    eq(storyViews.memberId, memberId),
    viewId ? eq(storyViews.id, viewId) : undefined,
  );
