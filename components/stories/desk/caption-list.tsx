import { cn } from "#lib/cn.ts";
import { networks } from "#lib/networks/networks.ts";
import { countLength } from "#lib/networks/text-length.ts";
import type { CaptionInput } from "#lib/stories/captions/schemas.ts";

/** The suggested texts, each with its length as its network counts it, our link included. */
export function CaptionList({ captions }: { captions: CaptionInput[] }) {
  return (
    <section lang="en" className="grid gap-2">
      <h3 className="font-sans text-sm font-medium tracking-normal">Captions</h3>
      {captions.length === 0 ? (
        <p className="text-quiet">None yet. People will start from an empty page.</p>
      ) : (
        <ul className="grid divide-y divide-line border-y border-line">
          {captions.map((caption) => (
            <li key={`${caption.network}-${caption.language}-${caption.text}`} className="grid gap-1 py-3">
              <p className="flex flex-wrap justify-between gap-x-4 text-sm text-quiet">
                <span>
                  {caption.network ? networks[caption.network].name : "Any network"} · {caption.language}
                </span>
                <CaptionLength caption={caption} />
              </p>
              <p dir="auto" lang={caption.language} className="whitespace-pre-line">
                {caption.text}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CaptionLength({ caption: { network, text } }: { caption: CaptionInput }) {
  if (!network) return null;
  const { maxLength } = networks[network];
  const length = countLength(network, text, true);
  return (
    <span className={cn("tabular", length > maxLength && "font-medium text-danger")}>
      {length.toLocaleString("en")} of {maxLength.toLocaleString("en")}
      {length > maxLength ? ", too long" : ""}
    </span>
  );
}
