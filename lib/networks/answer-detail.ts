import { storable } from "./ask-network.ts";

const limitCharacters = 2_000;

/** Names of values that open something, in JSON, in forms and in addresses. */
const secretNames =
  "access_token|refresh_token|id_token|client_secret|code|code_verifier|accessJwt|refreshJwt|token|password";
const secretValues = [
  /(\b(?:Bearer|Basic)\s+)[\w.~+/=-]+/gi,
  new RegExp(`("(?:${secretNames})"\\s*:\\s*")[^"]+(?=")`, "gi"),
  // In JSON "code" names an error in capitals, and in an address it is the key to an account.
  new RegExp(`((?:[?&]|^)(?:${secretNames})=)[^&\\s"]+`, "gim"),
];

/**
 * What a network said, to be kept beside an attempt and read by an admin: cut to 2,000 characters, without secrets, and without
 * what a database cannot keep. `known`
 * are those that went out with the request, wherever and however the answer repeats them. Null when it said nothing.
 */
export function answerDetail(text: string, known: readonly (string | null)[] = []): string | null {
  let kept = storable(text).trim();
  for (const secret of known) if (secret) kept = kept.replaceAll(secret, "…");
  for (const pattern of secretValues)
    kept = kept.replace(pattern, (whole: string, name: string) =>
      /"code"/i.test(name) && /"[A-Z_]+$|"\d+$/.test(whole) ? whole : `${name}…`,
    );
  return kept.slice(0, limitCharacters).toWellFormed() || null;
}
