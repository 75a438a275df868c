import type { Agreement } from "#lib/shares/agreements/schemas.ts";

/** What the member saw, wrote and agreed to, each time they gave the words. */
export function Agreed({ agreements }: { agreements: readonly Agreement[] }) {
  if (agreements.length === 0) return null;
  return (
    <section aria-labelledby="agreed" className="grid grid-cols-1 gap-3">
      <h2 id="agreed" className="text-lg leading-6">
        What you agreed to
      </h2>
      <ul className="grid grid-cols-1 gap-3 text-sm">
        {agreements.map((agreement) => (
          <li key={agreement.id} className="grid grid-cols-1 gap-2 border-t border-line pt-3">
            <details>
              <summary className="cursor-pointer text-quiet hover:text-ink">
                <time dateTime={agreement.agreedAt}>{agreement.agreedWhen}</time>
                {`, ${sayVerdicts(agreement)}`}
              </summary>
              <Kept agreement={agreement} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kept({ agreement: { offeredText, text, verdicts, acceptedIds } }: { agreement: Agreement }) {
  return (
    <dl className="mt-2 grid grid-cols-1 gap-2 wrap-anywhere">
      {offeredText ? <Quote name="Suggested" text={offeredText} /> : null}
      <Quote name="What you posted" text={text || "The link alone"} />
      {verdicts.map(({ guidelineId, name, says, outcome, sentence }) => (
        <div key={guidelineId}>
          <dt className="font-medium">{name}</dt>
          <dd className="text-quiet">
            {says}
            {outcome === "warns" ? ` ${sentence}` : ""}
            {acceptedIds.includes(guidelineId) ? " You posted it anyway." : ""}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const Quote = ({ name, text }: { name: string; text: string }) => (
  <div>
    <dt className="font-medium">{name}</dt>
    <dd dir="auto" className="whitespace-pre-line text-quiet">
      {text}
    </dd>
  </div>
);

function sayVerdicts({ verdicts, acceptedIds }: Agreement): string {
  if (verdicts.length === 0) return "no guideline applied";
  const met = verdicts.length - acceptedIds.length;
  const said = met === 1 ? "1 guideline met" : `${met} guidelines met`;
  if (acceptedIds.length === 0) return said;
  return `${met > 0 ? `${said}, ` : ""}${acceptedIds.length === 1 ? "1 warning" : `${acceptedIds.length} warnings`} accepted`;
}
