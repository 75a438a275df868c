import { and, count, eq, inArray, ne } from "drizzle-orm";
import type { z } from "zod";
import { db, type Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { guidelines, guidelineTopics } from "#db/schema/guidelines.ts";
import { topics } from "#db/schema/topics.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageGuidelines } from "./policy.ts";
import { getGuideline } from "./queries.ts";
import type {
  EditGuidelineInput,
  GuidelineContent,
  GuidelineDetails,
  removeGuidelineInput,
  SwitchGuidelineInput,
} from "./schemas.ts";
import { tryBoth, whyNotOn } from "./trial.ts";

/** Each text is judged by all of them, and the desk shows them on one page. */
const mostGuidelines = 200;

const onlyTheDesk = "Guidelines are written at the desk, by curators and admins.";

/** Writes a guideline down. It is off until somebody switches it on. */
export async function addGuideline(actor: MemberActor, input: GuidelineContent): Promise<GuidelineDetails> {
  assertCan(canManageGuidelines(actor), onlyTheDesk);
  const { organizationId } = actor;
  return db.transaction(async (tx) => {
    const [there] = await tx
      .select({ guidelines: count() })
      .from(guidelines)
      .where(eq(guidelines.organizationId, organizationId));
    if ((there?.guidelines ?? 0) >= mostGuidelines)
      throw new DomainError("limit_reached", `${mostGuidelines} guidelines fit. Remove one that is off.`);
    await assertNameIsFree(tx, actor, input.name);
    const id = newId();
    await tx.insert(guidelines).values({ ...columnsOf(input), organizationId, id });
    await setTopics(tx, actor, id, input.topicIds);
    await audit(tx, actor, "guideline.add", id, { name: input.name });
    return getGuideline(actor, id, tx);
  });
}

/** Changes a guideline: a version more. One that is on stays on only while both of its texts are as they should be. */
export async function editGuideline(
  actor: MemberActor,
  input: EditGuidelineInput,
): Promise<GuidelineDetails> {
  const before = await getGuideline(actor, input.guidelineId);
  const after = { ...before, ...input };
  const staysOn = before.enabledAt !== null && tryBoth(after, after, shortLinks).holds;
  return db.transaction(async (tx) => {
    await assertNameIsFree(tx, actor, input.name, before.id);
    const off = staysOn ? {} : { enabledAt: null, enabledById: null };
    await updateVersion(tx, actor, input, {
      ...{ ...columnsOf(input), ...off, version: input.version + 1, updatedAt: clock.now() },
    });
    await setTopics(tx, actor, before.id, input.topicIds);
    const isSwitchedOff = before.enabledAt !== null && !staysOn;
    await audit(tx, actor, "guideline.edit", before.id, {
      ...{ name: input.name, version: input.version + 1, isSwitchedOff },
    });
    return getGuideline(actor, before.id, tx);
  });
}

/** Has a guideline hold, or not any more. It cannot hold before its two texts show what it does. */
export async function switchGuideline(
  actor: MemberActor,
  input: SwitchGuidelineInput,
): Promise<GuidelineDetails> {
  const guideline = await getGuideline(actor, input.guidelineId);
  const obstacle = input.isOn ? whyNotOn(tryBoth(guideline, guideline, shortLinks), guideline) : null;
  if (obstacle) throw new DomainError("invalid", obstacle);
  if ((guideline.enabledAt !== null) === input.isOn && guideline.version === input.version) return guideline;
  return db.transaction(async (tx) => {
    await updateVersion(tx, actor, input, {
      enabledAt: input.isOn ? clock.now() : null,
      enabledById: input.isOn ? actor.memberId : null,
    });
    const act = input.isOn ? "guideline.switch_on" : "guideline.switch_off";
    await audit(tx, actor, act, guideline.id, { name: guideline.name, version: input.version });
    return getGuideline(actor, guideline.id, tx);
  });
}

/** Takes a guideline away. What shares were judged by is kept with the shares. */
export async function removeGuideline(
  actor: MemberActor,
  { guidelineId }: z.output<typeof removeGuidelineInput>,
): Promise<void> {
  const { name, version, enabledAt } = await getGuideline(actor, guidelineId);
  if (enabledAt) throw new DomainError("conflict", "It is on. Switch it off first.");
  await db.transaction(async (tx) => {
    await tx.delete(guidelines).where(isGuideline(actor, guidelineId));
    await audit(tx, actor, "guideline.remove", guidelineId, { name, version });
  });
}

const shortLinks = `${env.PUBLIC_URL}/s/`;

const isGuideline = ({ organizationId }: MemberActor, id: string) =>
  and(eq(guidelines.organizationId, organizationId), eq(guidelines.id, id));

const columnsOf = (content: GuidelineContent) => {
  const { name, rule, explanation, networks, countries, startsOn, endsOn, passingText, failingText } =
    content;
  return {
    ...{ name, kind: rule.kind, rule, explanation, networks, countries, startsOn, endsOn },
    ...{ passingText, failingText },
  };
};

/** Of two people who change the same version, the first one wins. */
async function updateVersion(
  tx: Transaction,
  actor: MemberActor,
  { guidelineId, version }: { guidelineId: string; version: number },
  values: Partial<typeof guidelines.$inferInsert>,
): Promise<void> {
  const updated = await tx
    .update(guidelines)
    .set(values)
    .where(and(isGuideline(actor, guidelineId), eq(guidelines.version, version)))
    .returning({ id: guidelines.id });
  if (updated.length === 0)
    throw new DomainError("conflict", "Somebody changed this guideline meanwhile. Open it again.");
}

async function assertNameIsFree(tx: Transaction, actor: MemberActor, name: string, ownId?: string) {
  const [namesake] = await tx
    .select({ id: guidelines.id })
    .from(guidelines)
    .where(
      and(
        eq(guidelines.organizationId, actor.organizationId),
        eq(guidelines.name, name),
        ownId ? ne(guidelines.id, ownId) : undefined,
      ),
    );
  if (namesake) throw new DomainError("conflict", `There is a guideline called ${name} already.`);
}

async function setTopics(tx: Transaction, actor: MemberActor, guidelineId: string, topicIds: string[]) {
  const { organizationId } = actor;
  const ids = [...new Set(topicIds)];
  const known = await tx
    .select({ topicId: topics.id })
    .from(topics)
    .where(and(eq(topics.organizationId, organizationId), inArray(topics.id, ids)));
  if (known.length < ids.length)
    throw new DomainError("not_found", "One of the topics is not there any more.");
  await tx
    .delete(guidelineTopics)
    .where(
      and(eq(guidelineTopics.organizationId, organizationId), eq(guidelineTopics.guidelineId, guidelineId)),
    );
  if (known.length > 0)
    await tx
      .insert(guidelineTopics)
      .values(known.map(({ topicId }) => ({ organizationId, guidelineId, topicId })));
}
