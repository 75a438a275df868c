import { createHash, randomBytes } from "node:crypto";

/** What a link carries: 256 bits that nobody can guess. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/**
 * What is kept of it, and what it is found by. Whoever times the look-up learns about a hash that they chose themselves, and
 * nothing about a token; whoever reads the table cannot make a link of it.
 */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
