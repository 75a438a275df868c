import { Random } from "../random.ts";

/**
 * How employees are taken to share: 60 % take the words that they find, 25 % add a few of their own, 15 % write something else.
 * Half of them share on the first day, half of the rest on each that follows, in five days; they write for two to ten minutes.
 */
export const behaviour = { asIs: 0.6, edited: 0.25, minutesOfWriting: [2, 10], days: 5 } as const;

/** What an employee does, whatever caption they are offered. Times are in minutes from the moment the story went live. */
export type Visit = {
  employee: number;
  opensAt: number;
  takesAt: number;
  write: (offered: string) => string;
};

/** The same seed gives the same visits, in the order of their opening. */
export function planVisits(employees: number, seed: number): Visit[] {
  const random = new Random(seed);
  return Array.from({ length: employees }, (_, employee) => {
    const opensAt = pickMinute(random);
    const [least, most] = behaviour.minutesOfWriting;
    return {
      ...{ employee, opensAt, takesAt: opensAt + random.between(least, most) },
      write: planWords(random),
    };
  }).toSorted((a, b) => a.opensAt - b.opensAt);
}

/** Office hours of ten hours, the first of which is the busiest. */
function pickMinute(random: Random): number {
  let day = 0;
  while (day < behaviour.days - 1 && random.next() < 0.5) day += 1;
  return day * 1_440 + Math.floor(600 * random.next() ** 2);
}

function planWords(random: Random): (offered: string) => string {
  const mood = random.next();
  const aside = random.pick(asides);
  const own = Array.from({ length: random.between(3, 5) }, () => random.pick(phrases)).join(" ");
  if (mood < behaviour.asIs) return (offered) => offered;
  if (mood < behaviour.asIs + behaviour.edited) return (offered) => `${offered} ${aside}`;
  return () => own;
}

const asides = [
  "Worth a read.",
  "Proud of this.",
  "Have a look!",
  "My colleagues did this.",
  "So good.",
  "👏",
];

const phrases = [
  "I walked past it every day for a year.",
  "Ask me how long it took.",
  "My neighbour still does not believe it.",
  "There is a photograph with me in the back.",
  "We argued about the colour of the pipes for a month.",
  "Nobody on site thought it would work.",
  "The best part is what you cannot hear.",
  "It started as a sketch on a lunch bag.",
  "Two winters, one crane, a lot of coffee.",
  "If you are near the harbour, come and see.",
  "I learned more here than at university.",
  "The numbers are in the report, the people are not.",
];

/** Eight captions that a careful curator would write for one story. */
export const captionTexts = [
  "A factory that runs on rain. The tank on the roof turns every shower into an hour of steam, and nobody on the floor hears it.",
  "What does a wet Tuesday in March save? About four hundred euros of gas, says Priya, who keeps the book.",
  "We stopped buying water for our boilers last spring. This is how it was built, and what we would do otherwise today.",
  "Twelve engineers, one leaking gutter, a prototype from the hardware store. Good ideas begin smaller than you think.",
  "Every drop is used three times before it leaves the building. Follow one of them from cloud to canal.",
  "Our neighbours used to complain about the noise. Now they bring their children to see the wheel go round.",
  "Heat, pressure, patience: the whole plant explained in four minutes by the people who oil it.",
  "Ask what your company does when the sky goes grey. Ours opens the valves and switches the burners off.",
];
