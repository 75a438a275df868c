import Link from "next/link";
import { Button } from "#components/ui/button.tsx";

export function FeedHeading() {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 sm:mb-6">
      <h1 className="text-3xl leading-9 sm:text-4xl sm:leading-10">Worth sharing</h1>
      <Button asChild size="sm" variant="ghost" className="-mx-3 text-quiet hover:text-ink">
        <Link href="/suggest">Suggest a story</Link>
      </Button>
    </div>
  );
}
