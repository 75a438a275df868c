import type { Role } from "#lib/auth/actor.ts";

export type Room = {
  href: string;
  name: string;
  icon: "feed" | "board" | "me" | "review" | "desk" | "admin";
};

const feed: Room = { href: "/", name: "Feed", icon: "feed" };
const board: Room = { href: "/leaderboard", name: "Leaderboard", icon: "board" };
const me: Room = { href: "/me", name: "Me", icon: "me" };
const review: Room = { href: "/reviews", name: "Review", icon: "review" };
const desk: Room = { href: "/desk", name: "Desk", icon: "desk" };
const admin: Room = { href: "/admin/people", name: "Admin", icon: "admin" };

type Visitor = { roles: readonly Role[]; isApprover?: boolean; hasBoards?: boolean };

/** The rooms that somebody may enter: an approver of a topic reviews, with the desk or without; some organizations have no boards. */
export function listRooms({ roles, isApprover = false, hasBoards = true }: Visitor): Room[] {
  const isCurator = roles.includes("curator") || roles.includes("admin");
  return [
    feed,
    ...(hasBoards ? [board] : []),
    me,
    ...(isCurator ? [desk] : isApprover ? [review] : []),
    ...(roles.includes("admin") ? [admin] : []),
  ];
}

/** Whether a path lies in a room; `/` is the feed and its stories, and one's own shares are part of Me. */
export function isInRoom(path: string, room: Room): boolean {
  if (room.icon === "feed")
    return path === "/" || path === "/suggest" || /^\/(stories|campaigns)\//.test(path);
  if (room.icon === "me" && (path.startsWith("/shares/") || /^\/pledges(\/|$)/.test(path))) return true;
  const base = `/${room.href.split("/")[1]}`;
  return path === base || path.startsWith(`${base}/`);
}
