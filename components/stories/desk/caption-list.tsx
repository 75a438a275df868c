import { cn } from "#lib/cn.ts";
import { networks } from "#lib/networks/networks.ts";
import { countLength } from "#lib/networks/text-length.ts";
import { findAlike } from "#lib/stories/captions/likeness.ts";
import type { CaptionInput } from "#lib/stories/captions/schemas.ts";
import type { StoryDetails } from "#lib/stories/schemas.ts";

type CaptionListProps = Pick<StoryDetails, "captions" | "captionAudiences">;

/** The suggested texts, each with its length as its network counts it, our link included. */
export function CaptionList({ captions, captionAudiences }: CaptionListProps) {
  const alike = findAlike(captions);
  return (
    <section lang="en" className="grid gap-2">
      <h3 className="font-sans text-sm font-medium tracking-normal">Captions</h3>
      {captions.length === 0 ? (
        <p className="text-quiet">None yet. People will start from an empty page.</p>
      ) : (
        <ul className="grid divide-y divide-line border-y border-line">
          {captions.map((caption, index) => (
            <li
              key={`${caption.network}-${caption.language}-${caption.audienceId}-${caption.text}`}
              className="grid gap-1 py-3"
            >
              <p className="flex flex-wrap justify-between gap-x-4 text-sm text-quiet">
                <span>
                  {caption.network ? networks[caption.network].name : "Any network"} · {caption.language}
                  {caption.audienceId ? ` · for ${captionAudiences[caption.audienceId]}` : null}
                  {caption.weight > 1 ? ` · offered ${caption.weight} times as often` : null}
                </span>
                <CaptionLength caption={caption} />
              </p>
              <p dir="auto" lang={caption.language} className="whitespace-pre-line">
                {caption.text}
              </p>
              <Alike numbers={alike.flatMap(({ one, other }) => (other === index ? one + 1 : []))} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Alike({ numbers }: { numbers: number[] }) {
  if (numbers.length === 0) return null;
  return <p className="text-sm text-quiet">Much like {sayPlaces(numbers)} in this list.</p>;
}

const places = new Intl.ListFormat("en-GB", { type: "conjunction" });
const sayPlaces = (numbers: number[]): string => `number ${places.format(numbers.map(String))}`;

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
