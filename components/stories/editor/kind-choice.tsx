import type { StoryKind } from "#lib/stories/schemas.ts";
import { storyKinds } from "#lib/stories/schemas.ts";
import { kindNames } from "./form.ts";

type KindChoiceProps = { kind: StoryKind; onChoose: (kind: StoryKind) => void };

export function KindChoice({ kind, onChoose }: KindChoiceProps) {
  return (
    <fieldset className="inline-flex gap-1 justify-self-start rounded-md border border-line p-1">
      <legend className="sr-only">Kind of story</legend>
      {storyKinds.map((each) => (
        <label
          key={each}
          className="cursor-pointer rounded-sm px-4 py-1 text-sm font-medium text-quiet hover:text-ink has-checked:bg-ink has-checked:text-page has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="kind"
            className="sr-only"
            checked={kind === each}
            onChange={() => onChoose(each)}
          />
          {kindNames[each]}
        </label>
      ))}
    </fieldset>
  );
}
