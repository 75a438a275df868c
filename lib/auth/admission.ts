import { and, arrayContains, asc, eq, isNull, notExists, or, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { emailDomain } from "#lib/auth/email-address.ts";

/** Who stands at the door: a known user, an address that was proven a moment ago, or both. */
export type Person = { userId: string | null; email: string | null };

type MemberRow = typeof members.$inferSelect;

export type Admission =
  | { kind: "member"; joined: MemberRow[]; invited: MemberRow[] }
  /** By the domain of their address, as a new employee. */
  | { kind: "newcomer"; organizationId: string; email: string }
  | { kind: "suspended" }
  | { kind: "stranger" };

/** Whether a person may come in, and as whom. Asked before anything about them is stored. */
export async function findAdmission(person: Person, executor: Executor = db): Promise<Admission> {
  const rows = await listMemberships(person, executor);
  const active = rows.filter((member) => !member.suspendedAt);
  if (active.length > 0) {
    const joined = active.filter((member) => member.userId !== null);
    return { kind: "member", joined, invited: active.filter((member) => member.userId === null) };
  }
  if (rows.length > 0) return { kind: "suspended" };

  const organizationId = await findOrganizationByDomain(person.email, executor);
  if (!organizationId || !person.email) return { kind: "stranger" };
  return { kind: "newcomer", organizationId, email: person.email };
}

async function listMemberships({ userId, email }: Person, executor: Executor): Promise<MemberRow[]> {
  const own = userId ? eq(members.userId, userId) : undefined;
  // An address opens only an invitation that nobody has taken up: afterwards the person is who the user is.
  const invited = email ? and(eq(members.email, email), isNull(members.userId)) : undefined;
  if (!own && !invited) return [];
  return executor.select().from(members).where(or(own, invited)).orderBy(asc(members.id));
}

async function findOrganizationByDomain(email: string | null, executor: Executor): Promise<string | null> {
  if (!email) return null;
  const namesake = executor
    .select({ one: sql`1` })
    .from(members)
    .where(and(eq(members.organizationId, organizations.id), eq(members.email, email)));
  const [organization] = await executor
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(arrayContains(organizations.emailDomains, [emailDomain(email)]), notExists(namesake)))
    .orderBy(asc(organizations.createdAt), asc(organizations.id))
    .limit(1);
  return organization?.id ?? null;
}
