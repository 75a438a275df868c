import { useEffect, useState } from "react";
import type { JudgedWords } from "#lib/guidelines/judge-words.ts";
import type { Asked } from "#lib/guidelines/schemas.ts";
import type { Network } from "#lib/networks/network.ts";

type Judge = typeof import("#lib/guidelines/judge-words.ts").judgeWords;

// Asked for beside the counting of letters: most pages never judge a text.
const judging = import("#lib/guidelines/judge-words.ts");

/** What the guidelines add to the words and say to them; null until what they ask and the code that judges are there. */
export function useJudgement(
  asked: Asked | undefined,
  network: Network,
  words: string,
  link: string,
): JudgedWords | null {
  const [judge, setJudge] = useState<{ words: Judge } | null>(null);
  useEffect(() => {
    void judging.then((loaded) => setJudge({ words: loaded.judgeWords }));
  }, []);
  return judge && asked ? judge.words(words, asked, network.id, link) : null;
}
