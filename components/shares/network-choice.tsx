"use client";

import { useId, useState } from "react";
import { cn } from "#lib/cn.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";

type NetworkChoiceProps = {
  value: NetworkId;
  /** What the story was approved for. */
  allowed: NetworkId[];
  /** What a phone shows at once. */
  near: NetworkId[];
  onChange: (id: NetworkId) => void;
};

/** Every approved network in one row where there is room; on a phone those that the member uses, and the others behind "More". */
export function NetworkChoice({ value, allowed, near, onChange }: NetworkChoiceProps) {
  const name = useId();
  const [isOpen, setOpen] = useState(false);
  const isFar = (id: NetworkId) => !isOpen && !near.includes(id) && id !== value;
  return (
    <fieldset className="flex flex-wrap gap-x-4.5 border-b border-line sm:gap-x-5">
      <legend className="sr-only">Where to</legend>
      {allowed.map((id) => (
        <label
          key={id}
          className={cn(
            "relative -mb-px cursor-pointer border-b-2 border-transparent py-2 text-sm font-medium text-quiet hover:text-ink has-checked:border-accent has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent",
            isFar(id) && "max-sm:hidden",
          )}
        >
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === value}
            onChange={() => onChange(id)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {networks[id].name}
        </label>
      ))}
      {isOpen || allowed.length === near.length ? null : (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="py-2 text-sm text-quiet underline decoration-edge underline-offset-4 hover:text-ink sm:hidden"
        >
          More
        </button>
      )}
    </fieldset>
  );
}
