"use client";

import { ChartNoAxesColumn, CircleUserRound, ListChecks, Newspaper, PenLine, Settings2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { isInRoom, type Room } from "./navigation.ts";

const icons = {
  feed: Newspaper,
  board: ChartNoAxesColumn,
  me: CircleUserRound,
  review: ListChecks,
  desk: PenLine,
  admin: Settings2,
};

/** The ways to the rooms: in the header, and on a phone a bar along the bottom. */
export function RoomLinks({ rooms }: { rooms: Room[] }) {
  const path = usePathname();
  return (
    <nav
      aria-label="Rooms"
      className="max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-30 max-sm:border-t max-sm:border-line max-sm:bg-raised max-sm:pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="flex sm:gap-1">
        {rooms.map((room) => (
          <li key={room.href} className="max-sm:flex-1">
            <RoomLink room={room} isHere={isInRoom(path, room)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RoomLink({ room, isHere }: { room: Room; isHere: boolean }) {
  const Icon = icons[room.icon];
  return (
    <Link
      href={room.href}
      aria-current={isHere ? "page" : undefined}
      className="flex items-center justify-center rounded-md font-medium text-quiet hover:text-ink aria-[current]:text-ink max-sm:h-14 max-sm:flex-col max-sm:gap-1 max-sm:text-[0.6875rem] max-sm:leading-none max-sm:focus-visible:-outline-offset-2 sm:h-9 sm:px-3 sm:aria-[current]:bg-wash"
    >
      <Icon aria-hidden className="size-5 sm:hidden" strokeWidth={isHere ? 2.25 : 1.75} />
      {room.name}
    </Link>
  );
}
