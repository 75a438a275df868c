import { cn } from "#lib/cn.ts";

/** A person's initials; the name stands beside it, so a screen reader skips it. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-9 shrink-0 place-items-center rounded-full border border-line bg-wash text-[0.8125rem] font-medium text-quiet select-none",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

/** First letters of the first and the last word; whole letters, whatever the script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}
