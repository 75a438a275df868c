import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";

/** Later and earlier; nothing when all of it is on one page. */
export function NoticePager({ page, hasMore }: { page: number; hasMore: boolean }) {
  if (page === 1 && !hasMore) return null;
  return (
    <nav aria-label="Pages of notices" className="flex items-center gap-2">
      {page > 1 ? (
        <Link href={`/notices?page=${page - 1}`} className={buttonClasses("secondary", "sm")}>
          Later
        </Link>
      ) : null}
      {hasMore ? (
        <Link href={`/notices?page=${page + 1}`} className={buttonClasses("secondary", "sm")}>
          Earlier
        </Link>
      ) : null}
    </nav>
  );
}
