import type { PledgeSeed, ThanksSeed } from "#db/seed/types.ts";

export const pledges: PledgeSeed[] = [
  {
    by: "nora",
    shares: 1,
    isWeekly: true,
    topic: "Careers",
    since: 18,
    endsInDays: 30,
    note: "So that the new site crew finds us.",
    dependents: ["ines"],
  },
  {
    by: "tomasz",
    team: "Field works",
    shares: 40,
    isWeekly: false,
    campaign: "winter",
    since: 12,
    endsInDays: 45,
    note: "Field works keep the towns warm, and tell them.",
    dependents: ["ines", "ruth"],
  },
  {
    by: "ines",
    shares: 2,
    isWeekly: true,
    since: 10,
    endsInDays: 20,
    note: "",
    dependents: ["nora"],
  },
];

export const thanks: ThanksSeed[] = [
  { from: "ines", to: "nora", note: "Your photo of the frozen valve made the whole story.", daysAgo: 3 },
  { from: "jonas", to: "nora", note: "Two people asked me about the job after your post.", daysAgo: 9 },
  { from: "nora", to: "kenji", note: "You explained the heat curve so that my mother got it.", daysAgo: 5 },
];
