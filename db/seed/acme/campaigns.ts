import type { CampaignSeed } from "#db/seed/types.ts";

export const campaigns: CampaignSeed[] = [
  {
    key: "winter",
    name: "Warm without gas",
    startsInDays: -40,
    endsInDays: 35,
    brief:
      "Three more towns decide this winter whether they heat with what they have: a river, a drain, a data centre. They read what their neighbours share, not what we print.\n\nPick the story that you would tell at a birthday party, and tell it as you would there.",
    goalShares: 60,
    goalClicks: 900,
    goalParticipants: 25,
    utmCampaign: "warm-without-gas",
  },
  {
    key: "apprentices",
    name: "Six apprentices for September",
    startsInDays: -21,
    endsInDays: 38,
    brief:
      "Six places for people who would rather weld than sit. Whoever has a nephew, a neighbour or a football team: they trust you more than an advertisement.",
    goalShares: 80,
    goalClicks: 1_200,
    goalParticipants: 20,
    utmCampaign: "apprentices",
  },
  {
    key: "open-doors",
    name: "Open doors at the weir",
    startsInDays: -60,
    endsInDays: -24,
    brief:
      "One Saturday a year the weir at Velden is open. Ask people to come, and show afterwards what they saw.",
    goalShares: 40,
    goalClicks: 1_000,
    goalParticipants: 15,
    utmCampaign: "open-doors",
    closing: {
      by: "ines",
      note: "Eight hundred people came and the soup was gone by noon. Most had read about it from somebody they know.\n\nNext time: begin a week earlier, and ask the colleagues who will stand there to share first.",
    },
  },
];
