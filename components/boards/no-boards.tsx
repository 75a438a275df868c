import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** Where the organization wants none. */
export function NoBoards() {
  return (
    <EmptyState
      title="There are no boards here"
      action={
        <Link href="/me" className={buttonClasses("primary")}>
          Your own record
        </Link>
      }
    >
      Your organization chose not to compare people or teams. What you shared and what came of it is on your
      own page.
    </EmptyState>
  );
}
