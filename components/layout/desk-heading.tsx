import type { ReactNode } from "react";
import { RoomHeading } from "./room-heading.tsx";

const places = [
  { href: "/desk", name: "Review" },
  { href: "/desk/stories", name: "Stories" },
  { href: "/desk/calendar", name: "Calendar" },
  { href: "/desk/sources", name: "Sources" },
  { href: "/desk/campaigns", name: "Campaigns" },
  { href: "/desk/audiences", name: "Audiences" },
  { href: "/desk/guidelines", name: "Guidelines" },
] as const;

type DeskHeadingProps = { title: string; here: (typeof places)[number]["href"]; children?: ReactNode };

/** The name of a page of the comms desk, what can be done on it, and the ways to the others. */
export function DeskHeading({ title, here, children }: DeskHeadingProps) {
  return (
    <RoomHeading room="The desk" title={title} places={places} here={here}>
      {children}
    </RoomHeading>
  );
}
