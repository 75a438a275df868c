import { DomainError } from "#lib/errors.ts";

/** "done", or the code and the sentence of what was refused. */
export async function outcomeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return `${error.code}: ${error.message}`;
    throw error;
  }
}
