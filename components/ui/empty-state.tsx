import type { ReactNode } from "react";
import { cn } from "#lib/cn.ts";

type EmptyStateProps = {
  title: string;
  /** What to do about it. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** What a list says when there is nothing in it. */
export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("mx-auto grid max-w-md justify-items-center gap-3 px-4 py-16 text-center", className)}>
      <p className="font-serif text-2xl leading-tight text-balance">{title}</p>
      {children ? <div className="text-pretty text-quiet">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
