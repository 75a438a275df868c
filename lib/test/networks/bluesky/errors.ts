import { json, Refusal } from "../call.ts";

export const refuse = (status: number, error: string, message: string): Refusal =>
  new Refusal(json(status, { error, message }));

export const invalid = (message: string): Refusal => refuse(400, "InvalidRequest", message);

/** What is wrong with a record is said with its place, as the lexicon's validator says it. */
export const invalidRecord = (message: string): Refusal =>
  refuse(400, "InvalidRequest", `Invalid app.bsky.feed.post record: ${message}`);
