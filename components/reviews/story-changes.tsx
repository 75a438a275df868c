import Form from "next/form";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { sayMoment } from "#lib/calendar.ts";
import type { StoryChanges as Changes, Since } from "#lib/reviews/changes/schemas.ts";
import type { StoryVersion } from "#lib/stories/versions/schemas.ts";
import { FieldChanges } from "./field-changes.tsx";

type StoryChangesProps = {
  changes: Changes;
  /** The page that this stands on, and what else its address says. */
  action: string;
  kept: Record<string, string>;
  now: Date;
  timeZone: string;
};

/** What changed between two versions: since the reader's last word, unless they choose others. */
export function StoryChanges({ changes: compared, action, kept, now, timeZone }: StoryChangesProps) {
  const { versions, from, to, since, changes } = compared;
  const say = ({ number, memberName, createdAt }: StoryVersion) =>
    `Version ${number}, ${memberName ?? "a source"}, ${sayMoment(createdAt, now, timeZone)}`;
  return (
    <section
      lang="en"
      aria-label="Changes"
      className="grid gap-3 rounded-md border border-line bg-raised p-4"
    >
      <h3 className="font-sans text-sm font-medium tracking-normal">{titles[since]}</h3>
      {changes.length > 0 ? (
        <FieldChanges changes={changes} />
      ) : (
        <p className="text-quiet">These two say the same.</p>
      )}
      <Form
        action={action}
        scroll={false}
        className="flex flex-wrap items-center gap-2 border-t border-line pt-3 text-sm"
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select
          aria-label="Compare from"
          name="from"
          defaultValue={from.version}
          key={`from-${from.version}`}
          className="w-56 max-w-full"
        >
          {versions.map((version) => (
            <option key={version.version} value={version.version}>
              {say(version)}
            </option>
          ))}
        </Select>
        <span className="text-quiet">to</span>
        <Select
          aria-label="Compare to"
          name="to"
          defaultValue={to.version}
          key={`to-${to.version}`}
          className="w-56 max-w-full"
        >
          {versions.map((version) => (
            <option key={version.version} value={version.version}>
              {say(version)}
            </option>
          ))}
        </Select>
        <Button type="submit" size="sm">
          Compare
        </Button>
      </Form>
    </section>
  );
}

const titles: Record<Since, string> = {
  chosen: "What changed between these versions",
  decided: "What changed since you decided",
  looked: "What changed since you last looked",
  approved: "What changed since it was approved",
  written: "What the last edit changed",
};
