"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Network } from "#lib/networks/network.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";
import { withoutDisclosure } from "#lib/shares/disclosure.ts";
import { samenessQuery } from "#lib/shares/sameness/query-options.ts";
import type { Sameness } from "#lib/shares/sameness/schemas.ts";
import { ownWordsLimit, similarityToCaptions } from "#lib/shares/similarity.ts";
import { CheckLine } from "./check-line.tsx";

type SamenessLineProps = {
  network: Network;
  text: string;
  captions: Composition["captions"];
  organization: Composition["organization"];
};

/** Whether the words are one's own: not what colleagues have posted, and not the suggestion. It never keeps anybody from posting. */
export function SamenessLine({ network, text, captions, organization }: SamenessLineProps) {
  const { id, disclosure } = organization;
  const words = withoutDisclosure(text, disclosure);
  const asked = useSettled(words);
  const { data: sameness, isPending } = useQuery(samenessQuery(id, { network: network.id, text: asked }));
  if (words === "")
    return <CheckLine state="note">No words of your own yet. The link goes out alone.</CheckLine>;
  if (sameness && sameness.colleagues > 0) return <CloseLine network={network} sameness={sameness} />;
  const likeness = similarityToCaptions(
    words,
    captions.map((caption) => withoutDisclosure(caption.text, disclosure)),
  );
  if (likeness >= ownWordsLimit)
    return <CheckLine state="note">Much like a suggestion. Your own words carry further.</CheckLine>;
  if (isPending) return <CheckLine state="note">Comparing with what colleagues posted</CheckLine>;
  return <CheckLine state="good">Sounds like you</CheckLine>;
}

function CloseLine({ network, sameness }: { network: Network; sameness: Sameness }) {
  const { colleagues, isHere, closest } = sameness;
  const who = colleagues === 1 ? "a colleague" : `${colleagues} colleagues`;
  return (
    <CheckLine state="note">
      Close to what {who} posted {isHere ? `on ${network.name}` : "elsewhere"}
      <details>
        <summary className="cursor-pointer underline decoration-edge underline-offset-4 hover:text-ink">
          See the closest
        </summary>
        <blockquote dir="auto" className="mt-1 border-l-2 border-line pl-3 whitespace-pre-line wrap-anywhere">
          {closest}
        </blockquote>
      </details>
    </CheckLine>
  );
}

const restMs = 400;

/** The words once nobody has typed for a moment. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), restMs);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
