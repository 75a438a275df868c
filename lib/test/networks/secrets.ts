import { createHash, randomBytes } from "node:crypto";

export const newSecret = (bytes = 32): string => randomBytes(bytes).toString("base64url");

export const sha256 = (text: string | Buffer): Buffer => createHash("sha256").update(text).digest();

/** RFC 7636, S256. */
export const challengeOf = (verifier: string): string => sha256(verifier).toString("base64url");

export const isVerifier = (text: string): boolean => /^[A-Za-z0-9\-._~]{43,128}$/.test(text);

/** A person's number on a network: the same each time, so that it outlives a reset. */
export function numberOf(seed: string, digits: number): string {
  const number = BigInt(`0x${sha256(seed).toString("hex")}`).toString();
  return `1${number.slice(0, digits - 1)}`;
}
