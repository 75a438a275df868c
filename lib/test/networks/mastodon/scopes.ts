import type { World } from "../world.ts";

const known = [
  /^(read|write)$/,
  /^read:(accounts|blocks|bookmarks|favourites|filters|follows|lists|mutes|notifications|search|statuses)$/,
  /^write:(accounts|blocks|bookmarks|conversations|favourites|filters|follows|lists|media|mutes|notifications|reports|statuses)$/,
  /^(follow|push)$/,
];

export const scopesIn = (text: string): string[] => text.split(/[\s+]+/).filter(Boolean);

/** 4.3 brought `profile`, PKCE, discovery and the look-up of several statuses. */
export function isModern(world: World): boolean {
  const [major = 0, minor = 0] = world.state.settings.mastodon.version.split(".").map(Number);
  return major > 4 || (major === 4 && minor >= 3);
}

export const areKnown = (world: World, scopes: string[]): boolean =>
  scopes.every(
    (scope) => known.some((pattern) => pattern.test(scope)) || (scope === "profile" && isModern(world)),
  );

/** `read` has all of `read:…` in it. */
export const includes = (granted: string[], wanted: string): boolean =>
  granted.includes(wanted) || granted.includes(wanted.split(":")[0] ?? "");
