import { and, desc, eq, lt, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import { sources } from "#db/schema/sources.ts";
import { stories } from "#db/schema/stories.ts";
import { teams } from "#db/schema/teams.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { canReadAudit } from "./policy.ts";
import type { AuditFilters, AuditPage } from "./schemas.ts";
import { sayAction } from "./words.ts";

const pageSize = 50;
const doer = alias(members, "doer");
const shared = alias(stories, "shared");

/** Who did what, newest first. Event ids sort by time, so a page begins after the last one's last id. */
export async function listAuditEvents(actor: Actor, { before }: AuditFilters): Promise<AuditPage> {
  assertCan(canReadAudit(actor));
  const rows = await db
    .select({
      id: auditEvents.id,
      action: auditEvents.action,
      happenedAt: auditEvents.happenedAt,
      who: sql<string>`coalesce(${doer.name}, ${auditEvents.job}, 'somebody')`,
      isSelf: sql<boolean>`coalesce(${auditEvents.memberId} = ${auditEvents.subjectId}, false)`,
      subject: sql<string | null>`coalesce(
        ${members.name}, ${stories.title}, ${shared.title}, ${teams.name}, ${topics.name}, ${audiences.name},
        ${sources.name}, ${organizations.name})`,
    })
    .from(auditEvents)
    .leftJoin(doer, sameTenant(doer, auditEvents.memberId))
    .leftJoin(members, sameTenant(members, auditEvents.subjectId))
    .leftJoin(stories, sameTenant(stories, auditEvents.subjectId))
    .leftJoin(shares, sameTenant(shares, auditEvents.subjectId))
    .leftJoin(shared, sameTenant(shared, shares.storyId))
    .leftJoin(teams, sameTenant(teams, auditEvents.subjectId))
    .leftJoin(topics, sameTenant(topics, auditEvents.subjectId))
    .leftJoin(audiences, sameTenant(audiences, auditEvents.subjectId))
    .leftJoin(sources, sameTenant(sources, auditEvents.subjectId))
    .leftJoin(organizations, eq(organizations.id, auditEvents.subjectId))
    .where(
      and(
        eq(auditEvents.organizationId, actor.organizationId),
        before ? lt(auditEvents.id, before) : undefined,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(pageSize + 1);

  const events = rows.slice(0, pageSize).map(({ action, isSelf, subject, ...event }) => ({
    ...event,
    did: sayAction(action),
    subject: isSelf && action === "member.join" ? null : subject,
  }));
  return { events, nextBefore: rows.length > pageSize ? (events.at(-1)?.id ?? null) : null };
}

type Named = { organizationId: PgColumn; id: PgColumn };

const sameTenant = (table: Named, id: PgColumn) =>
  and(eq(table.organizationId, auditEvents.organizationId), eq(table.id, id));
