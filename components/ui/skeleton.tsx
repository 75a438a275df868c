import { cn } from "#lib/cn.ts";

/** Stands where something will be; give it that thing's size. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn("animate-pulse rounded-md bg-wash", className)} />;
}
