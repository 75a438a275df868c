import type { SourceSeed } from "#db/seed/types.ts";

/** Made-up addresses. None is asked soon, so that the demo works without a network and without failures. */
export const sources: SourceSeed[] = [
  {
    name: "District heating today",
    feedUrl: "https://district-heating.acme.test/feed.xml",
    language: "en",
    addedBy: "ines",
    items: [
      {
        title: "Copenhagen lends its summer heat to the winter",
        path: "/2026/summer-heat-to-winter",
        summary:
          "A pit as large as ten football pitches keeps the warmth of July until February. The city says that it pays for itself in eleven years.",
        hoursAgo: 3,
      },
      {
        title: "What a heat pump hears in a river at four degrees",
        path: "/2026/heat-pump-river",
        summary:
          "Engineers from three towns compare what their river pumps did in the cold week of November. The smallest did best.",
        hoursAgo: 9,
      },
      {
        title: "Why data centres queue up to give their heat away",
        path: "/2026/data-centres-queue",
        summary:
          "Four of them asked the same town within a month. The pipe, not the heat, is what is missing.",
        hoursAgo: 28,
      },
    ],
  },
  {
    name: "Water & weir",
    feedUrl: "https://water-and-weir.acme.test/atom.xml",
    language: "en",
    addedBy: "ines",
    items: [
      {
        title: "A ladder for eels, built by a school",
        path: "/eel-ladder",
        summary:
          "Eleven pupils measured for a year, then welded for a week. In May the first eels went over the weir.",
        hoursAgo: 20,
      },
    ],
  },
  {
    name: "The trade’s newsletter",
    feedUrl: "https://newsletter.acme.test/rss",
    language: "en",
    addedBy: "ines",
    error: { sentence: "That site has trouble just now: it answered 503.", failures: 4 },
    items: [],
  },
  {
    name: "Old press room",
    feedUrl: "https://press.acme.test/rss.xml",
    language: "de",
    addedBy: "ines",
    isPaused: true,
    items: [],
  },
];
