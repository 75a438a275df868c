import { useState } from "react";
import type { ChosenStory } from "#lib/stories/library/schemas.ts";

export type Choice = {
  chosen: ReadonlyMap<string, ChosenStory>;
  /** With `isRange`, everything from the story that was chosen last up to this one. */
  toggle: (id: string, isRange: boolean) => void;
  extend: (id: string) => void;
  choose: (stories: ChosenStory[]) => void;
  clear: () => void;
};

/** The stories that are chosen, with the versions that were seen; they stay chosen over the pages of one list. */
export function useChoice(shown: readonly ChosenStory[]): Choice {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ChosenStory>>(new Map());
  const [lastId, setLastId] = useState<string | null>(null);
  const seen = ({ id, version, title }: ChosenStory): [string, ChosenStory] => [id, { id, version, title }];
  const extend = (id: string) => {
    const [one, other] = [
      shown.findIndex((story) => story.id === lastId),
      shown.findIndex((story) => story.id === id),
    ];
    if (other === -1) return;
    const from = one === -1 ? other : Math.min(one, other);
    const range = shown.slice(from, Math.max(one, other) + 1);
    setChosen((before) => new Map([...before, ...range.map(seen)]));
    setLastId(id);
  };
  const toggle = (id: string, isRange: boolean) => {
    if (isRange) return extend(id);
    const story = shown.find((each) => each.id === id);
    setLastId(id);
    setChosen((before) => {
      if (before.has(id)) return new Map([...before].filter(([each]) => each !== id));
      return story ? new Map([...before, seen(story)]) : before;
    });
  };
  return {
    chosen,
    toggle,
    extend,
    choose: (stories) => setChosen(new Map(stories.map(seen))),
    clear: () => setChosen(new Map()),
  };
}
