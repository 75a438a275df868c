import { Skeleton } from "#components/ui/skeleton.tsx";

/** The feed's shape while it is read. */
export function FeedSkeleton() {
  return (
    <div role="status" aria-label="Loading stories" className="grid gap-10">
      <div className="grid items-center gap-8 lg:grid-cols-[7fr_5fr] lg:gap-10">
        <Skeleton className="aspect-[16/10]" />
        <div className="grid gap-4">
          <Skeleton className="h-5 w-40" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12 w-3/4" />
          <Skeleton className="h-7" />
        </div>
      </div>
      {["first", "second", "third"].map((row) => (
        <div key={row} className="grid grid-cols-[1fr_auto] gap-x-4 sm:gap-x-10">
          <div className="grid content-start gap-3">
            <Skeleton className="h-5 w-40" />
            <Skeleton className="h-8" />
            <Skeleton className="h-6 w-2/3" />
          </div>
          <Skeleton className="aspect-square w-24 sm:aspect-[4/3] sm:w-56" />
        </div>
      ))}
    </div>
  );
}
