import type { Role } from "#lib/auth/actor.ts";

export type Room = {
  href: string;
  name: string;
  icon: "feed" | "board" | "me" | "review" | "desk" | "admin";
};

const everyone: Room[] = [
  { href: "/", name: "Feed", icon: "feed" },
  { href: "/leaderboard", name: "Leaderboard", icon: "board" },
  { href: "/me", name: "Me", icon: "me" },
];
const review: Room = { href: "/reviews", name: "Review", icon: "review" };
const desk: Room = { href: "/desk", name: "Desk", icon: "desk" };
const admin: Room = { href: "/admin/people", name: "Admin", icon: "admin" };

/** The rooms that somebody with these roles may enter; an approver of a topic reviews, with the desk or without. */
export function listRooms(roles: readonly Role[], isApprover = false): Room[] {
  const isCurator = roles.includes("curator") || roles.includes("admin");
  return [
    ...everyone,
    ...(isCurator ? [desk] : isApprover ? [review] : []),
    ...(roles.includes("admin") ? [admin] : []),
  ];
}

/** Whether a path lies in a room; `/` is the feed and its stories, and one's own shares are part of Me. */
export function isInRoom(path: string, room: Room): boolean {
  if (room.icon === "feed")
    return path === "/" || path === "/suggest" || /^\/(stories|campaigns)\//.test(path);
  if (room.icon === "me" && path.startsWith("/shares/")) return true;
  const base = `/${room.href.split("/")[1]}`;
  return path === base || path.startsWith(`${base}/`);
}
