import Link from "next/link";
import { NoticeBell } from "#components/notices/notice-bell.tsx";
import type { Viewer } from "#lib/members/schemas.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Mark } from "./mark.tsx";
import { listRooms } from "./navigation.ts";
import { RoomLinks } from "./room-links.tsx";

export function Header({ viewer }: { viewer: Viewer }) {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-page print:hidden">
      <div className="mx-auto flex h-14 max-w-7xl items-center gap-6 px-4 sm:px-6">
        <Link href="/" className="mr-auto flex min-w-0 items-center gap-2.5 rounded-md">
          <Mark className="h-5 w-auto shrink-0 text-accent" />
          <span className="truncate font-serif text-xl font-semibold tracking-tight">
            {viewer.organization.name}
          </span>
        </Link>
        <RoomLinks rooms={listRooms({ ...viewer, hasBoards: viewer.organization.boardMode !== "off" })} />
        <NoticeBell unread={viewer.unreadNotices} />
        <AccountMenu viewer={viewer} />
      </div>
    </header>
  );
}
