import Link from "next/link";
import { buttonClasses } from "./button.tsx";

type PagingProps = { page: number; pageCount: number; hrefOf: (page: number) => string };

/** Back and forth between the pages of a list; nothing when there is only one. */
export function Paging({ page, pageCount, hrefOf }: PagingProps) {
  if (pageCount < 2) return null;
  return (
    <nav aria-label="Pages" className="flex items-center gap-3">
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} className={buttonClasses("secondary", "sm")}>
          Back
        </Link>
      ) : null}
      <span className="text-sm text-quiet tabular">
        Page {page} of {pageCount}
      </span>
      {page < pageCount ? (
        <Link href={hrefOf(page + 1)} className={buttonClasses("secondary", "sm")}>
          Next
        </Link>
      ) : null}
    </nav>
  );
}
