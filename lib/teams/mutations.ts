import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { teams } from "#db/schema/teams.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageTeams } from "./policy.ts";
import type { addTeamInput, renameTeamInput } from "./schemas.ts";

export async function addTeam(actor: Actor, { name }: z.output<typeof addTeamInput>): Promise<string> {
  assertCan(canManageTeams(actor));
  return db.transaction(async (tx) => {
    const [team] = await tx
      .insert(teams)
      .values({ organizationId: actor.organizationId, name })
      .onConflictDoNothing()
      .returning({ id: teams.id });
    if (!team) throw new DomainError("conflict", `There is a team called ${name} already.`);
    await audit(tx, actor, "team.add", team.id, { name });
    return team.id;
  });
}

export async function renameTeam(
  actor: Actor,
  { teamId, name }: z.output<typeof renameTeamInput>,
): Promise<void> {
  const team = and(eq(teams.organizationId, actor.organizationId), eq(teams.id, teamId));
  const [before] = await db.select({ name: teams.name }).from(teams).where(team);
  if (!before) throw new DomainError("not_found");
  assertCan(canManageTeams(actor));

  const sameName = and(eq(teams.organizationId, actor.organizationId), eq(teams.name, name));
  const [namesake] = await db.select({ id: teams.id }).from(teams).where(sameName);
  if (namesake && namesake.id !== teamId)
    throw new DomainError("conflict", `There is a team called ${name} already.`);

  await db.transaction(async (tx) => {
    await tx.update(teams).set({ name }).where(team);
    await audit(tx, actor, "team.rename", teamId, { from: before.name, to: name });
  });
}
