import { X } from "lucide-react";

type ValueChipsProps = {
  values: readonly string[];
  nameOf: (value: string) => string;
  onRemove: (value: string) => void;
};

/** The values of a condition, each with a way to take it out. */
export function ValueChips({ values, nameOf, onRemove }: ValueChipsProps) {
  if (values.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {values.map((value) => (
        <li
          key={value}
          className="inline-flex h-8 max-w-full items-center gap-1 rounded-full border border-line pl-3 text-sm"
        >
          <span className="truncate">{nameOf(value)}</span>
          <button
            type="button"
            aria-label={`Remove ${nameOf(value)}`}
            onClick={() => onRemove(value)}
            className="grid size-8 shrink-0 place-items-center rounded-full text-quiet hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}
