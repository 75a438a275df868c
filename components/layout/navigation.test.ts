import { expect, test } from "vitest";
import type { Role } from "#lib/auth/actor.ts";
import { isInRoom, listRooms } from "./navigation.ts";

const names = (...roles: Role[]) => listRooms({ roles }).map((room) => room.name);

test("each role sees the rooms it may enter", () => {
  expect(names("employee")).toEqual(["Feed", "Leaderboard", "Me"]);
  expect(names("employee", "manager")).toEqual(["Feed", "Leaderboard", "Me"]);
  expect(names("employee", "curator")).toEqual(["Feed", "Leaderboard", "Me", "Desk"]);
  expect(names("admin")).toEqual(["Feed", "Leaderboard", "Me", "Desk", "Admin"]);
});

test("where there are no boards, there is no way to them", () => {
  expect(listRooms({ roles: ["employee"], hasBoards: false }).map((room) => room.name)).toEqual([
    "Feed",
    "Me",
  ]);
});

test("an approver of a topic reviews: in a room of their own, or on the desk", () => {
  const forApprover = (...roles: Role[]) => listRooms({ roles, isApprover: true }).map((room) => room.name);
  expect(forApprover("employee")).toEqual(["Feed", "Leaderboard", "Me", "Review"]);
  expect(forApprover("curator")).toEqual(["Feed", "Leaderboard", "Me", "Desk"]);
});

test.each([
  { path: "/", room: "Feed" },
  { path: "/stories/1", room: "Feed" },
  { path: "/suggest", room: "Feed" },
  { path: "/me", room: "Me" },
  { path: "/shares/1", room: "Me" },
  { path: "/pledges/new", room: "Me" },
  { path: "/desk/stories/new", room: "Desk" },
  { path: "/admin/settings", room: "Admin" },
])("$path lies in $room", ({ path, room }) => {
  expect(
    listRooms({ roles: ["admin"] })
      .filter((each) => isInRoom(path, each))
      .map((each) => each.name),
  ).toEqual([room]);
});
