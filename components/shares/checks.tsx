"use client";

import { type ReactNode, useId } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { JudgedWords } from "#lib/guidelines/judge-words.ts";
import type { Network } from "#lib/networks/network.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";
import { CheckLine } from "./check-line.tsx";
import { SamenessLine } from "./sameness-line.tsx";
import type { TextCheck } from "./use-text-check.ts";

type ChecksProps = {
  check: TextCheck;
  network: Network;
  text: string;
  captions: Composition["captions"];
  organization: Composition["organization"];
  judgement: JudgedWords | null;
  addsDisclosure: boolean;
  onAddsDisclosure: (adds: boolean) => void;
  /** What else there is to say before it goes out. */
  children?: ReactNode;
};

/** One line each for length, sameness and disclosure. */
export function Checks(props: ChecksProps) {
  return (
    <ul className="grid gap-1.5 text-sm leading-5">
      <LengthLine {...props} />
      <SamenessLine {...props} />
      <DisclosureLine {...props} />
      {props.children}
    </ul>
  );
}

function LengthLine({ check: { isReady, length, over, most }, network }: ChecksProps) {
  if (!isReady) return <CheckLine state="note">Counting</CheckLine>;
  const of = `${length.toLocaleString("en")} of ${most.toLocaleString("en")} ${network.lengthUnit}`;
  return (
    <CheckLine state={over > 0 ? "wrong" : "good"}>
      <span className="tabular">{of}</span>
      <span role="status">{over > 0 ? `. Take ${over.toLocaleString("en")} away to fit.` : ""}</span>
    </CheckLine>
  );
}

function DisclosureLine({ organization, judgement, addsDisclosure, onAddsDisclosure }: ChecksProps) {
  const id = useId();
  const { name, disclosure, requiresDisclosure } = organization;
  if (disclosure === "") return null;
  // Another disclosure may stand in for the usual one: it has a line of its own then.
  if (requiresDisclosure && judgement?.applying.every(({ isSetting }) => !isSetting)) return null;
  if (requiresDisclosure)
    return (
      <CheckLine state="good">
        <b className="font-medium">{disclosure}</b> goes with it; {name} asks everybody for that.
      </CheckLine>
    );
  return (
    <li>
      <label htmlFor={id} className="flex items-center gap-2">
        <Checkbox
          id={id}
          className="size-4"
          checked={addsDisclosure}
          onChange={(event) => onAddsDisclosure(event.target.checked)}
        />
        <span>
          Add <b className="font-medium">{disclosure}</b>
        </span>
      </label>
    </li>
  );
}
