import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

type Tone = "plain" | "accent" | "danger" | "measured" | "reported" | "attested" | "modelled";

/** A word or two about the state of something. The four grades of knowing are for numbers only. */
export function Badge({ tone = "plain", className, ...props }: ComponentProps<"span"> & { tone?: Tone }) {
  return (
    <span
      className={cn(
        "inline-flex items-center gap-1 rounded-full border px-2 py-px font-sans text-xs leading-5 font-medium tracking-normal whitespace-nowrap [&_svg]:size-3.5",
        tones[tone],
        className,
      )}
      {...props}
    />
  );
}

const tones: Record<Tone, string> = {
  plain: "border-line text-quiet",
  accent: "border-accent/35 text-accent",
  danger: "border-danger/35 text-danger",
  measured: "border-measured/35 text-measured",
  reported: "border-reported/35 text-reported",
  attested: "border-attested/35 text-attested",
  modelled: "border-modelled/35 text-modelled",
};
