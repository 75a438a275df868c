import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";

const name = plainText().min(1, "A team needs a name.").max(60, "Keep the name under 60 characters.");

export const addTeamInput = z.strictObject({ name });
export const renameTeamInput = z.strictObject({ teamId: z.uuid(), name });

/** A team as lists show it. */
export type TeamDto = { id: string; name: string; memberCount: number };
