export type EdgeSettings = {
  publicUrl: string;
  isDevelopment: boolean;
  /** Where a sign-in form may be redirected to: Chromium applies form-action to redirects too. */
  oidcIssuer?: string | undefined;
};

export function contentSecurityPolicy(nonce: string, settings: EdgeSettings): string {
  // React's development build rebuilds the server's stack traces with eval.
  const evaluation = settings.isDevelopment ? " 'unsafe-eval'" : "";
  const issuer = settings.oidcIssuer ? ` ${new URL(settings.oidcIssuer).origin}` : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action 'self'${issuer}`,
  ].join("; ");
}

export function securityHeaders(policy: string, settings: EdgeSettings): Record<string, string> {
  return {
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(settings.publicUrl.startsWith("https:") && {
      "Strict-Transport-Security": "max-age=31536000",
    }),
  };
}

/** A page shows what one member may see. What Next built, files and `/api/` say for themselves how long they keep. */
export const isPage = (pathname: string): boolean =>
  !pathname.startsWith("/_next/") && !pathname.startsWith("/api/") && !/\.[a-z0-9]+$/i.test(pathname);

/** An outside reviewer's link opens by what its address says: the address is told to nobody and found by no search. */
export const isPrivateLink = (pathname: string): boolean => /^\/(api\/)?review\//.test(pathname);

export const privateLinkHeaders = {
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow, noarchive",
  "Cache-Control": "no-store",
} as const;

/** A path as a log may keep it. */
export const withoutToken = (pathname: string): string =>
  pathname.replace(/^((?:\/api)?\/review\/)[^/]+/, "$1…");
