import type { Company } from "#db/seed/company.ts";
import type { Random } from "#db/seed/random.ts";
import type { PlannedStory } from "#db/seed/stories.ts";
import type { Network, PersonSeed } from "#db/seed/types.ts";

export type Words = { text: string; captionId: string | null };

/** Decides what a person writes: their own sentence, a colleague-like one, a caption, or a caption with something added. */
export type Pen = { write: (person: PersonSeed, network: Network) => Words };

export function createPen(company: Company, story: PlannedStory, random: Random): Pen {
  const voices = random.shuffle((story.seed.voices ?? []).filter((voice) => typeof voice === "string"));
  const { asides } = company.seed;
  const usedAsides = new Set<string>();

  const aside = (person: PersonSeed): string => {
    const choices = [...asides.everyone, ...(asides.byTeam[person.team] ?? [])];
    const fresh = choices.filter((choice) => !usedAsides.has(choice));
    const chosen = random.pick(fresh.length > 0 ? fresh : choices);
    usedAsides.add(chosen);
    return chosen;
  };
  const caption = (network: Network) => {
    const meant = story.captions.filter((choice) => !choice.network || choice.network === network);
    return random.pick(meant.length > 0 ? meant : story.captions);
  };

  return {
    write(person, network) {
      const own = findOwnVoice(story, person);
      if (own) return { text: own, captionId: null };
      const mood = random.next();
      const voice = mood < 0.62 ? voices.pop() : undefined;
      if (voice) return { text: random.chance(0.25) ? `${voice} ${aside(person)}` : voice, captionId: null };
      const suggested = caption(network);
      if (mood < 0.3) return { text: `${aside(person)}\n\n${story.seed.summary}`, captionId: suggested.id };
      if (mood < 0.55) return { text: `${aside(person)} “${story.seed.title}”`, captionId: suggested.id };
      if (mood < 0.72) return { text: `${suggested.text}\n\n${aside(person)}`, captionId: suggested.id };
      return { text: suggested.text, captionId: suggested.id };
    },
  };
}

export const findOwnVoice = (story: PlannedStory, person: PersonSeed): string | undefined =>
  story.seed.voices?.filter((voice) => typeof voice !== "string").find((voice) => voice.by === person.key)
    ?.text;
