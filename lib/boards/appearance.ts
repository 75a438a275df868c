import { createHmac } from "node:crypto";
import type { boardName } from "#db/enums.ts";
import { env } from "#lib/env.ts";

export type BoardMember = {
  id: string;
  name: string;
  alias: string;
  boardName: (typeof boardName.enumValues)[number];
  teamName: string | null;
};

export type Appearance = { key: string; name: string; detail: string; isAlias: boolean };

/** How others see a member: by name with the team, or by alias with nothing else. Absent members are never asked about. */
export function appear(member: BoardMember): Appearance {
  if (member.boardName === "alias") {
    const name = member.alias || "A colleague";
    return { key: keyOf(member.id, `alias ${name}`), name, detail: "", isAlias: true };
  }
  const { name } = member;
  return { key: keyOf(member.id, `name ${name}`), name, detail: member.teamName ?? "", isAlias: false };
}

/** Stays the same while the row looks the same, and cannot be linked to what it looked like before. */
export function keyOf(id: string, shownAs: string): string {
  return createHmac("sha256", env.AUTH_SECRET).update(`board ${id} ${shownAs}`).digest("hex").slice(0, 16);
}
