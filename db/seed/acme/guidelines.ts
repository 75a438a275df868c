import type { GuidelineSeed } from "#db/seed/types.ts";

/** What Acme's people may not say, and what they are asked to think twice about. */
export const guidelines: GuidelineSeed[] = [
  {
    name: "Superlatives",
    rule: { kind: "warned_phrases", phrases: ["world's best", "revolutionary", "game changer"] },
    explanation: "Readers doubt them. A figure or a scene does more.",
    topics: [],
    passingText: "It hums, and the street stays warm.",
    failingText: "A revolutionary pump.",
    isOn: true,
  },
  {
    name: "No promises about prices",
    rule: { kind: "blocked_phrases", phrases: ["guaranteed", "always cheaper", "price lock"] },
    explanation: "Tariffs are the regulator's. Say what the bill was, not what it will be.",
    topics: ["Policy and prices"],
    passingText: "Our bill fell by a fifth last winter.",
    failingText: "Guaranteed to be cheaper.",
    isOn: true,
  },
  {
    name: "The Velden opening",
    rule: { kind: "expiry", phrases: ["see you in Velden"], until: "2026-12-12" },
    explanation: "The opening day is over then.",
    topics: ["Towns we heat"],
    passingText: "Heat from a river, in every house.",
    failingText: "See you in Velden!",
    isOn: false,
  },
];
