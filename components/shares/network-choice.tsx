"use client";

import { useId } from "react";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds, networks } from "#lib/networks/networks.ts";

type NetworkChoiceProps = { value: NetworkId; onChange: (id: NetworkId) => void };

export function NetworkChoice({ value, onChange }: NetworkChoiceProps) {
  const name = useId();
  return (
    <fieldset className="flex flex-wrap gap-x-5 border-b border-line">
      <legend className="sr-only">Where to</legend>
      {networkIds.map((id) => (
        <label
          key={id}
          className="relative -mb-px cursor-pointer border-b-2 border-transparent py-2 text-sm font-medium text-quiet hover:text-ink has-checked:border-accent has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
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
    </fieldset>
  );
}
