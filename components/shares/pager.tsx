import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";

/** Where the two lists of a member's own page stand. */
export type OwnPages = { shares: number; points: number };

type PagerProps = { of: keyof OwnPages; pages: OwnPages; hasMore: boolean };

/** Later and earlier, for a list that shows the latest first. */
export function Pager({ of, pages, hasMore }: PagerProps) {
  const here = pages[of];
  if (here === 1 && !hasMore) return null;
  const to = (page: number) => `/me?${new URLSearchParams(entries({ ...pages, [of]: page }))}#${of}`;
  return (
    <nav aria-label={`Pages of your ${of}`} className="flex items-center gap-2">
      {here > 1 ? (
        <Link href={to(here - 1)} className={buttonClasses("secondary", "sm")}>
          Later
        </Link>
      ) : null}
      {hasMore ? (
        <Link href={to(here + 1)} className={buttonClasses("secondary", "sm")}>
          Earlier
        </Link>
      ) : null}
      <span className="tabular ml-2 text-sm text-quiet">Page {here}</span>
    </nav>
  );
}

const entries = (pages: OwnPages): [string, string][] =>
  Object.entries(pages).flatMap(([name, page]) => (page > 1 ? [[name, String(page)]] : []));
