/** Some of the members, to be placed among themselves: a team by its id, a job or a region by its name, or executives. */
export type Group = { kind: "team" | "function" | "region" | "executives"; name: string };

/** A group as an address has it. */
export const writeGroup = ({ kind, name }: Group): string =>
  kind === "executives" ? kind : `${kind}:${name}`;

/** @returns null for what is none */
export function readGroup(text: string): Group | null {
  if (text === "executives") return { kind: "executives", name: "all" };
  const [kind, ...rest] = text.split(":");
  const name = rest.join(":");
  return (kind === "function" || kind === "region") && name ? { kind, name } : null;
}

/** Executives. Sales. North. */
export const sayGroup = ({ kind, name }: Group): string => (kind === "executives" ? "Executives" : name);
