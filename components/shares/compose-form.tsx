"use client";

import { useRef } from "react";
import type { NetworkLimits } from "#lib/networks/account.ts";
import { networks } from "#lib/networks/networks.ts";
import type { Composition } from "#lib/shares/composition/schemas.ts";
import { withDisclosure } from "#lib/shares/disclosure.ts";
import { captionsFor } from "#lib/shares/offers/captions-for.ts";
import { acceptedIdsOf, whyKept } from "./accepted.ts";
import { Checks } from "./checks.tsx";
import { ComposeActs } from "./compose-acts.tsx";
import { sayTooLong } from "./composer-footer.tsx";
import { ComposerHeader, writingHeading } from "./composer-header.tsx";
import type { Draft } from "./draft.ts";
import { GuidelineLines } from "./guideline-lines.tsx";
import type { HandedOver, Words } from "./hand-over.ts";
import { isOver } from "./is-over.ts";
import { NetworkChoice } from "./network-choice.tsx";
import { PostPreview } from "./post-preview.tsx";
import { publishingAccount } from "./publishing-account.ts";
import { StaggerLine } from "./stagger-line.tsx";
import { useJudgement } from "./use-judgement.ts";
import { useTextCheck } from "./use-text-check.ts";
import { WordsField } from "./words-field.tsx";

type ComposeFormProps = {
  composition: Composition;
  draft: Draft;
  /** Why the last try was refused. */
  problem: string;
  onChange: (changes: Partial<Draft>) => void;
  onHandOver: (taken: HandedOver) => void;
  onPublish: (words: Words) => void;
  onSchedule: (words: Words) => void;
  /** At the next free slot, without a question. */
  onScheduleBest: (words: Words) => void;
};

export function ComposeForm({
  composition,
  draft,
  problem,
  onChange,
  onScheduleBest,
  ...acts
}: ComposeFormProps) {
  const { captions, organization, story } = composition;
  const preview = useRef<HTMLElement>(null);
  const { allowed, first, near } = composition.networks;
  const network = networks[allowed.find((id) => id === draft.network) ?? first];
  const choices = captionsFor(captions, network.id);
  const words = draft.words ?? choices[0]?.text ?? "";
  const captionId = draft.words === null ? (choices[0]?.id ?? null) : draft.captionId;
  const { disclosure, requiresDisclosure } = organization;
  // What the settings require is a guideline, which another one may stand in for.
  const own = draft.addsDisclosure && !requiresDisclosure ? withDisclosure(words, disclosure) : words.trim();
  const judgement = useJudgement(composition.asked, network, own, composition.share.url);
  const text = judgement?.text ?? (requiresDisclosure ? withDisclosure(own, disclosure) : own);
  const verdicts = judgement?.verdicts ?? [];
  const connection = publishingAccount(composition.offers[network.id]);
  const usable = connection && !isOver(connection) ? connection : null;
  const limits = connection?.limits ?? null;
  const check = useTextCheck(network, text, composition.share.url, limits as NetworkLimits | null);
  const obstacle = check.over > 0 ? sayTooLong(network.name, check.over) : whyKept(draft.accepted, verdicts);
  const isReady = check.isReady && judgement !== null && obstacle === null;
  const acceptedIds = acceptedIdsOf(draft.accepted, verdicts);
  const ready: Words = { network: network.id, text, captionId, acceptedIds };

  return (
    <div className="grid min-w-0 gap-5">
      <ComposerHeader heading={writingHeading} title={story.title} isNew={problem !== ""} />
      <NetworkChoice
        value={network.id}
        allowed={allowed}
        near={near}
        onChange={(id) => onChange({ network: id })}
      />
      <div className="-mx-4 flex min-w-0 snap-x snap-mandatory overflow-x-auto md:mx-0 md:grid md:grid-cols-2 md:gap-8 md:overflow-visible">
        <section
          aria-label="Your words"
          className="grid w-full shrink-0 snap-center content-start gap-3 px-4 md:px-0"
        >
          <WordsField
            words={words}
            captions={choices}
            captionId={captionId}
            isTooLong={check.over > 0}
            onChange={(changed) => onChange({ words: changed, captionId })}
            onSwap={(caption) => onChange({ words: caption.text, captionId: caption.id })}
          />
          <Checks
            check={check}
            network={network}
            text={text}
            captions={captions}
            organization={organization}
            judgement={judgement}
            addsDisclosure={draft.addsDisclosure}
            onAddsDisclosure={(addsDisclosure) => onChange({ addsDisclosure })}
          >
            <GuidelineLines
              judgement={judgement}
              accepted={draft.accepted}
              onAccept={(accepted) => onChange({ accepted })}
            />
            <StaggerLine
              composition={composition}
              network={network}
              onSchedule={usable && isReady ? () => onScheduleBest(ready) : null}
            />
          </Checks>
          <button
            type="button"
            className="justify-self-start text-sm text-quiet underline underline-offset-4 md:hidden"
            onClick={() => preview.current?.scrollIntoView({ inline: "center", block: "nearest" })}
          >
            Swipe, or tap here, to see the post
          </button>
        </section>
        <section ref={preview} aria-label="Preview" className="w-full shrink-0 snap-center px-4 md:px-0">
          <PostPreview composition={composition} network={network} text={text} connection={usable} />
        </section>
      </div>
      {problem ? (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      ) : null}
      <ComposeActs
        key={network.id}
        composition={composition}
        network={network}
        words={ready}
        obstacle={obstacle}
        isReady={isReady}
        {...acts}
      />
    </div>
  );
}
