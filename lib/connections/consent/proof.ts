import { createHash, randomBytes } from "node:crypto";
import type { Place } from "#lib/key-ring.ts";

/** 256 bits that nobody guesses, as text for an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a state: whoever reads the database cannot answer with it. */
export const hashState = (state: string): string => createHash("sha256").update(state).digest("hex");

/** PKCE, S256: https://www.rfc-editor.org/rfc/rfc7636#section-4.2 */
export const challengeOf = (verifier: string): string =>
  createHash("sha256").update(verifier).digest("base64url");

export const placeOfVerifier = (organizationId: string, requestId: string): Place => ({
  organizationId,
  row: requestId,
  column: "codeVerifier",
});
