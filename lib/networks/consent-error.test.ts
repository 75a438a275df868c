import { expect, test } from "vitest";
import { readConsentError } from "./consent-error.ts";

test.each([
  ["access_denied", "denied"],
  ["user_cancelled_login", "denied"],
  ["unauthorized_scope_error", "app"],
  ["invalid_scope", "app"],
  ["server_error", "later"],
  ["temporarily_unavailable", "later"],
  ["<script>", "later"],
] as const)("%s in a callback is read as: %s", (error, meaning) => {
  expect(readConsentError(error)).toBe(meaning);
});
