import { z } from "zod";
import { newId } from "#db/columns.ts";
import { DomainError, type ErrorCode } from "#lib/errors.ts";
import { fieldErrors } from "#lib/field-errors.ts";
import { log } from "#lib/log.ts";

/** What the browser is told when something did not work. */
export type Failure = {
  code: ErrorCode | "signed_out" | "unexpected";
  /** A sentence for the person. */
  message: string;
  /** For `invalid`: the field's path (`captions.0.text`) and what is wrong with it. */
  fields?: Record<string, string>;
};

/** Keeps a DomainError's sentence and zod's field messages; logs everything else and gives only the log's id away. */
export function toFailure(error: unknown): Failure {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  if (error instanceof z.ZodError) return { code: "invalid", ...fieldErrors(error) };
  const errorId = newId();
  log.error({ err: error, errorId }, "unexpected error");
  return { code: "unexpected", message: `Something went wrong on our side. It is logged as ${errorId}.` };
}
