import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** 71 bits: nobody finds a link by trying, and two never meet. */
const length = 12;

export function newCode(): string {
  let code = "";
  while (code.length < length) {
    // The top of the byte's range is thrown away, so that every letter is as likely as any other.
    for (const byte of randomBytes(length)) if (byte < 248) code += alphabet[byte % 62];
  }
  return code.slice(0, length);
}

/** Whether it looks like a code that we made. What does not leads nowhere, and nobody needs to look it up. */
export const isCode = (text: string): boolean => /^[0-9A-Za-z]{12}$/.test(text);

/** The code in the path of a request, for example `/s/4fGh…?x=1`; null when the path is not a short link's at all. */
export function codeInPath(path: string): string | null {
  return path.startsWith("/s/") ? (path.match(/^\/s\/([^/?#]*)\/?(?:[?#]|$)/)?.[1] ?? null) : null;
}
