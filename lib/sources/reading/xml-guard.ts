import { DomainError } from "#lib/errors.ts";

/** Refuses a feed that brings entities of its own: what they stand for can be a thousand times what was fetched. */
export function assertNoEntities(text: string): void {
  const start = text.search(/<!DOCTYPE\b/i);
  if (start === -1 || start > 10_000) return;
  if (/<!ENTITY\s+[^%\s]/i.test(text.slice(start)))
    throw new DomainError(
      "invalid",
      "That feed defines entities of its own. Those can hide an attack, so Herald does not read it.",
    );
}
