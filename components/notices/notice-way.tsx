"use client";

import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import { callAction } from "#lib/call-action.ts";
import { readNoticesAction } from "#lib/notices/actions.ts";
import type { Notice } from "#lib/notices/schemas.ts";

/** The way to what a notice is about. Whoever takes it has read the notice. */
export function NoticeWay({ notice }: { notice: Pick<Notice, "id" | "href" | "label" | "isRead"> }) {
  const read = () => {
    if (!notice.isRead) void callAction(readNoticesAction, { noticeId: notice.id });
  };
  return (
    <Link href={notice.href} prefetch={false} onClick={read} className={buttonClasses("link")}>
      {notice.label}
    </Link>
  );
}
