import { env } from "#lib/env.ts";

/** What every answer under `/s/` carries. */
export const linkHeaders: Record<string, string> = {
  "Cache-Control": "no-store",
  // The target learns which site its reader came from, as it would without a short link in between.
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Robots-Tag": "noindex",
  "X-Content-Type-Options": "nosniff",
  ...(env.PUBLIC_URL.startsWith("https:") && { "Strict-Transport-Security": "max-age=31536000" }),
};
