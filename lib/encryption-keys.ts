import type { z } from "zod";

/** One key of the ring; its name travels with what it sealed. */
export type EncryptionKey = { name: string; key: Buffer };

const keyBytes = 32;

/** `name:base64` of 32 bytes, several separated by commas. What does not fit is said of its name or place, never of the key. */
export function parseEncryptionKeys(list: string, context: z.RefinementCtx): EncryptionKey[] {
  const keys = list.split(",").filter(Boolean).map(readKey);
  const names = keys.map(({ name }) => name);
  const fault =
    keys.map(({ name, key }, index) => faultOf(name, key, index + 1)).find(Boolean) ??
    names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `names two keys ${name}; a name is for one key, for ever`)[0];
  if (fault) context.addIssue({ code: "custom", message: fault });
  return keys;
}

function readKey(entry: string): EncryptionKey {
  const [name = "", base64 = ""] = entry.trim().split(":", 2);
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(base64);
  return { name, key: Buffer.from(isBase64 ? base64 : "", "base64") };
}

function faultOf(name: string, key: Buffer, place: number): string | null {
  if (!/^[a-z0-9_-]{1,40}$/i.test(name))
    return `has no name for key ${place}; write name:key, the name of letters, digits, - and _`;
  if (key.byteLength !== keyBytes)
    return `has ${key.byteLength} bytes for the key ${name} where ${keyBytes} belong; make one with: openssl rand -base64 32`;
  return null;
}
