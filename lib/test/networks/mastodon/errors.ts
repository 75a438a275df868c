import { json, Refusal } from "../call.ts";

export const refuse = (status: number, error: string): Refusal => new Refusal(json(status, { error }));

export const oauthError = (status: number, error: string, error_description: string): Refusal =>
  new Refusal(json(status, { error, error_description }));

export const invalid = (what: string): Refusal => refuse(422, `Validation failed: ${what}`);

export const notFound = (): Refusal => refuse(404, "Record not found");
