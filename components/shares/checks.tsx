"use client";

import { Check, CircleAlert, Info } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#lib/cn.ts";
import type { Network } from "#lib/networks/network.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";
import { withoutDisclosure } from "#lib/shares/disclosure.ts";
import { ownWordsLimit, similarityToCaptions } from "#lib/shares/similarity.ts";
import type { TextCheck } from "./use-text-check.ts";

type ChecksProps = {
  check: TextCheck;
  network: Network;
  text: string;
  captions: Composition["captions"];
  organization: Composition["organization"];
  addsDisclosure: boolean;
  onAddsDisclosure: (adds: boolean) => void;
};

/** One line each for length, sameness and disclosure. */
export function Checks(props: ChecksProps) {
  return (
    <ul className="grid gap-1.5 text-sm leading-5">
      <LengthLine {...props} />
      <SamenessLine {...props} />
      <DisclosureLine {...props} />
    </ul>
  );
}

function LengthLine({ check: { isReady, length, over, most }, network }: ChecksProps) {
  if (!isReady) return <Line state="note">Counting</Line>;
  const of = `${length.toLocaleString("en")} of ${most.toLocaleString("en")} ${network.lengthUnit}`;
  return (
    <Line state={over > 0 ? "wrong" : "good"}>
      <span className="tabular">{of}</span>
      <span role="status">{over > 0 ? `. Take ${over.toLocaleString("en")} away to fit.` : ""}</span>
    </Line>
  );
}

function SamenessLine({ text, captions, organization: { disclosure } }: ChecksProps) {
  const words = withoutDisclosure(text, disclosure);
  if (words === "") return <Line state="note">No words of your own yet. The link goes out alone.</Line>;
  const likeness = similarityToCaptions(
    words,
    captions.map((caption) => withoutDisclosure(caption.text, disclosure)),
  );
  if (likeness < ownWordsLimit) return <Line state="good">In your own words</Line>;
  return <Line state="note">Much like a suggestion. Your own words carry further.</Line>;
}

function DisclosureLine({ organization, addsDisclosure, onAddsDisclosure }: ChecksProps) {
  const id = useId();
  const { name, disclosure, requiresDisclosure } = organization;
  if (disclosure === "") return null;
  if (requiresDisclosure)
    return (
      <Line state="good">
        <b className="font-medium">{disclosure}</b> goes with it; {name} asks everybody for that.
      </Line>
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

type LineState = "good" | "note" | "wrong";

const marks = { good: Check, note: Info, wrong: CircleAlert };

function Line({ state, children }: { state: LineState; children: ReactNode }) {
  const Mark = marks[state];
  return (
    <li className={cn("flex gap-2 text-quiet", state === "wrong" && "text-danger")}>
      <Mark aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </li>
  );
}
