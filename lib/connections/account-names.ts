import type { Account } from "#lib/networks/account.ts";

const mostCharacters = 300;

/** The account with its names fit to be kept and shown: anybody may be called anything on a server of their own. */
export function withPlainNames(account: Account): Account {
  const handle = plain(account.handle) || plain(account.subject);
  return { ...account, handle, displayName: plain(account.displayName) || handle };
}

/** Without what turns the direction of writing, or cannot be seen; but emoji and some scripts join letters with U+200C and U+200D. */
const plain = (name: string): string =>
  [...name.replace(/[\p{Cc}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/gu, "").trim()].slice(0, mostCharacters).join("");
