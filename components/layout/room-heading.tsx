import Link from "next/link";
import type { ReactNode } from "react";

export type Place = { href: string; name: string };

type RoomHeadingProps = {
  room: string;
  title: string;
  places: readonly Place[];
  here: string;
  /** What can be done on the page. */
  children?: ReactNode;
};

/** The name of a page in a room with several, and the ways to the others. */
export function RoomHeading({ room, title, places, here, children }: RoomHeadingProps) {
  return (
    <header className="mb-8 grid gap-4 border-b border-line">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <h1 className="text-4xl leading-tight sm:text-5xl">{title}</h1>
        {children ? <div className="flex flex-wrap items-center gap-2">{children}</div> : null}
      </div>
      <nav aria-label={room} className="-mb-px flex flex-wrap gap-x-6">
        {places.map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            aria-current={href === here ? "page" : undefined}
            className="border-b-2 border-transparent pt-1 pb-2.5 text-quiet hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
          >
            {name}
          </Link>
        ))}
      </nav>
    </header>
  );
}
