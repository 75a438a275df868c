import { isObject } from "./call.ts";
import { sha256 } from "./secrets.ts";

const secretNames =
  /^(authorization|code|code_verifier|client_secret|access_token|refresh_token|token|id_token|password|accessJwt|refreshJwt|authFactorToken|dpop|cookie|set-cookie)$/i;

/** Says nothing of the secret but whether two are the same. */
const mask = (secret: string): string => `[masked ${sha256(secret).toString("hex").slice(0, 8)}]`;

export function maskHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const text = String(value ?? "");
      const [scheme, secret] = /^(Bearer|Basic|DPoP) (.+)$/i.exec(text)?.slice(1) ?? [];
      if (scheme && secret) return [name, `${scheme} ${mask(secret)}`];
      return [name, secretNames.test(name) ? mask(text) : text];
    }),
  );
}

export function maskForm(text: string): string {
  const form = new URLSearchParams(text);
  const masked = [...form].map(([name, value]) => [name, secretNames.test(name) ? mask(value) : value]);
  return new URLSearchParams(masked as [string, string][]).toString();
}

export function maskJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskJson);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretNames.test(name) && typeof inner === "string" ? mask(inner) : maskJson(inner),
    ]),
  );
}
