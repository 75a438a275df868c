import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { EncryptionKey } from "#lib/encryption-keys.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { keptSecret } from "#lib/kept-secret.ts";

/** Where a sealed text lives. It opens there and nowhere else: moved to another row or column it is worth nothing. */
export type Place = { organizationId: string; row: string; column: string };

/** A text that cannot be opened: its key is gone, or it is not what was sealed there. Names the key, holds no secret. */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";
}

const cipher = "aes-256-gcm";
const version = "v1";

/** `v1.<key>.<iv>.<text>.<tag>`, by AES-256-GCM under the first key. */
export function seal(text: string, place: Place): string {
  const [first] = keyRing();
  if (!first) throw cannotSeal();
  const iv = randomBytes(12);
  const sealing = createCipheriv(cipher, first.key, iv).setAAD(additional(place));
  const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return [version, first.name, ...[iv, sealed, sealing.getAuthTag()].map(encode)].join(".");
}

export function open(sealed: string, place: Place): string {
  const [kind, name, ...parts] = sealed.split(".");
  const [iv, text, tag] = parts.map((part) => Buffer.from(part, "base64url"));
  if (kind !== version || !iv || !text || tag?.byteLength !== 16)
    throw new CannotOpen("this was not sealed by Herald");
  const found = keyRing().find((key) => key.name === name);
  if (!found) throw new CannotOpen(`the key ${name} is not in ENCRYPTION_KEYS`);
  try {
    const opening = createDecipheriv(cipher, found.key, iv, { authTagLength: 16 });
    opening.setAAD(additional(place)).setAuthTag(tag);
    return Buffer.concat([opening.update(text), opening.final()]).toString("utf8");
  } catch {
    throw new CannotOpen(`the key ${name} does not open what was sealed under its name`);
  }
}

/** Whether anything can be sealed; in production not without ENCRYPTION_KEYS. */
export const canSeal = (): boolean => keyRing().length > 0;

export function assertCanSeal(): void {
  if (!canSeal()) throw cannotSeal();
}

const cannotSeal = () => new DomainError("unavailable", noKeys);

export const namesOfKeys = (): string[] => keyRing().map(({ name }) => name);

/** Whether it was sealed by another key than the one that seals now. */
export const isSealedByOlderKey = (sealed: string): boolean => sealed.split(".")[1] !== namesOfKeys()[0];

/** The name of the key that the demo and development derive from the secret beside their data. */
const keptName = "kept";
const kept = new Map<string, Buffer>();

function keyRing(): EncryptionKey[] {
  if (env.NODE_ENV === "production" && !env.HERALD_DEMO) return env.ENCRYPTION_KEYS;
  return [...env.ENCRYPTION_KEYS, { name: keptName, key: keptKey() }];
}

function keptKey(): Buffer {
  const known = kept.get(env.DATA_DIR);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", keptSecret(env.DATA_DIR), "", "herald encryption key", 32));
  kept.set(env.DATA_DIR, key);
  return key;
}

const additional = ({ organizationId, row, column }: Place): Buffer =>
  Buffer.from(`${organizationId}:${row}:${column}`);

const encode = (bytes: Buffer): string => bytes.toString("base64url");

const noKeys =
  "Accounts cannot be connected yet: Herald has no key to keep them safe with. Ask whoever runs it to set ENCRYPTION_KEYS.";
