import type { FieldChange } from "#lib/stories/versions/diff-story.ts";
import type { ShownPart } from "#lib/stories/versions/shorten.ts";

const whole = new Intl.NumberFormat("en-GB");

/** What changed, field by field. What is new is underlined, what is gone struck through, and a screen reader is told which is which. */
export function FieldChanges({ changes }: { changes: FieldChange[] }) {
  return (
    <dl className="grid gap-4">
      {[...changes.entries()].map(([place, change]) => (
        <div key={place} className="grid gap-1">
          <dt className="text-sm text-quiet">{change.label}</dt>
          <dd>
            <Change change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Change({ change }: { change: FieldChange }) {
  if (change.kind === "text")
    return (
      <p dir="auto" lang={change.language} className="max-w-measure whitespace-pre-line wrap-anywhere">
        {[...change.parts.entries()].map(([place, part]) => (
          <Part key={place} part={part} />
        ))}
      </p>
    );
  const [before, after] =
    change.kind === "value"
      ? [change.before, change.after]
      : [sayImage(change.before), sayImage(change.after)];
  return (
    <p className="wrap-anywhere">
      <Removed text={before} /> <Added text={after} />
    </p>
  );
}

function Part({ part }: { part: ShownPart }) {
  if (part.is === "removed") return <Removed text={part.text} />;
  if (part.is === "added") return <Added text={part.text} />;
  if (part.is !== "left_out") return part.text;
  return (
    <span className="text-sm text-quiet"> … {whole.format(part.characters)} characters unchanged … </span>
  );
}

function Removed({ text }: { text: string }) {
  return (
    <del className="bg-danger/10 text-danger decoration-danger decoration-1">
      <span className="sr-only">removed: </span>
      {text}
      <span className="sr-only"> (end of what was removed) </span>
    </del>
  );
}

function Added({ text }: { text: string }) {
  return (
    <ins className="bg-measured/10 font-medium underline decoration-measured decoration-2 underline-offset-2">
      <span className="sr-only">added: </span>
      {text}
      <span className="sr-only"> (end of what was added) </span>
    </ins>
  );
}

const sayImage = (image: { alt: string } | null): string =>
  image ? `an image: ${image.alt || "not described"}` : "no image";
