import { readError } from "./errors.ts";

/** The post that a refusal names: the only proof there is that a lost answer had been a success. A person's urn is none. */
export const urnIn = (text: string): string | null => /urn:li:(?:share|ugcPost):\d+/.exec(text)?.[0] ?? null;

/** 422 with the code; for older APIs 409 with the words. */
export function isDuplicate(answer: { status: number; text: string }): boolean {
  if (![400, 409, 422].includes(answer.status)) return false;
  const { codes, message } = readError(answer);
  return codes.includes("DUPLICATE_POST") || /\bduplicate of urn:li:/i.test(message);
}
