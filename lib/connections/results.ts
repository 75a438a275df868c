/** How a way to a network and back ended. It travels in an address, so it is looked up, never shown. */
export const results = [
  "connected",
  "kept",
  "denied",
  "app_refused",
  "foreign",
  "used",
  "late",
  "start_again",
  "try_later",
  "scope_missing",
  "other",
] as const;
export type Result = (typeof results)[number];

export type SaidResult = { tone: "good" | "bad"; sentence: string };

/** What happened and what to do, in a sentence for the member. `other` is a question of its own. */
export function sayResult(result: Exclude<Result, "other">, name: string): SaidResult {
  const [tone, sentence] = sentences[result];
  return { tone, sentence: sentence.replaceAll("{name}", name) };
}

const sentences: Record<Exclude<Result, "other">, [SaidResult["tone"], string]> = {
  connected: ["good", "{name} is connected."],
  kept: ["good", "Your {name} account stays as it was."],
  denied: [
    "bad",
    "You did not allow Herald to use your {name} account, so nothing is connected. You can go on sharing by hand.",
  ],
  app_refused: [
    "bad",
    "{name} does not accept Herald itself, which is nothing you can mend. Your admins have been told. Until then, share by hand.",
  ],
  foreign: [
    "bad",
    "This answer from {name} does not belong to anything you began here, so nothing was connected. Begin again with Connect.",
  ],
  used: ["bad", "This answer from {name} was used already. If your account is not connected, begin again."],
  late: ["bad", "It took longer than ten minutes to come back from {name}. Begin again with Connect."],
  start_again: ["bad", "{name} did not take the confirmation that it had given. Begin again with Connect."],
  try_later: ["bad", "{name} did not answer, so nothing is connected yet. Try again in a few minutes."],
  scope_missing: [
    "bad",
    "{name} is connected, but not everything that publishing needs was allowed. Connect again and leave everything allowed.",
  ],
};
