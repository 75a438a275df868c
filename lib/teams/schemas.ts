import { z } from "zod";

const name = z.string().trim().min(1, "A team needs a name.").max(60, "Keep the name under 60 characters.");

export const addTeamInput = z.strictObject({ name });
export const renameTeamInput = z.strictObject({ teamId: z.uuid(), name });

/** A team as lists show it. */
export type TeamDto = { id: string; name: string; memberCount: number };
