import { correctAccent, type Mode } from "./accent.ts";
import { readNonce } from "./nonce.ts";

/** Puts the organization's colour in place of Herald's own, on the pages below. */
export async function AccentStyle({ color }: { color: string }) {
  return (
    <style nonce={await readNonce()}>{`:root{${rules(color, "light")}}.dark{${rules(color, "dark")}}`}</style>
  );
}

function rules(color: string, mode: Mode): string {
  const { accent, accentInk } = correctAccent(color, mode);
  return `--accent:${accent};--accent-ink:${accentInk}`;
}
