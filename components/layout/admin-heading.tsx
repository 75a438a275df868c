import { RoomHeading } from "./room-heading.tsx";

const places = [
  { href: "/admin/people", name: "People" },
  { href: "/admin/settings", name: "Settings" },
  { href: "/admin/scores", name: "Scores" },
  { href: "/admin/networks", name: "Networks" },
  { href: "/admin/audit", name: "Audit" },
] as const;

type AdminHeadingProps = { title: string; here: (typeof places)[number]["href"] };

/** The name of an admin's page, and the ways to the others. */
export function AdminHeading({ title, here }: AdminHeadingProps) {
  return <RoomHeading room="Admin" title={title} places={places} here={here} />;
}
