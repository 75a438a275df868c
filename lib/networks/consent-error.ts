/**
 * What the `error` in a callback means: a member who said no, something wrong with the app, or nothing that lasts.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1; the `user_` and the `_error` words are LinkedIn's.
 */
export function readConsentError(error: string): "denied" | "app" | "later" {
  if (/^(access_denied$|user_cancelled_)/.test(error)) return "denied";
  return appErrors.has(error) ? "app" : "later";
}

const appErrors = new Set([
  "invalid_client",
  "invalid_redirect_uri",
  "invalid_request",
  "invalid_scope",
  "redirect_uri_mismatch",
  "unauthorized_client",
  "unauthorized_scope_error",
  "unsupported_response_type",
]);
