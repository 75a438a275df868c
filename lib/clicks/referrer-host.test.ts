import { expect, test } from "vitest";
import { referrerHost } from "./referrer-host.ts";

test.each([
  { referer: "https://www.linkedin.com/feed/?secret=1", host: "www.linkedin.com" },
  { referer: "https://t.co/", host: "t.co" },
  { referer: "HTTPS://LNKD.IN/abc", host: "lnkd.in" },
  { referer: "https://ada:secret@chat.acme.test:8443/room", host: "chat.acme.test" },
  { referer: "https://chat.acme.test./", host: "chat.acme.test" },
  { referer: "https://grüße.test/", host: "xn--gre-6ka8l.test" },
  { referer: "http://[2001:db8::1]/", host: "[2001:db8::1]" },
  { referer: "android-app://com.linkedin.android/", host: "www.linkedin.com" },
  { referer: "android-app://com.acme.reader/", host: "com.acme.reader" },
  { referer: "https://herald.test/stories", host: null },
  { referer: "http://herald.test:3000/stories", host: null },
  { referer: "mailto:ada@acme.test", host: null },
  { referer: "about:blank", host: null },
  { referer: "javascript:alert(1)", host: null },
  { referer: "not an address", host: null },
  { referer: "android-app://a\u0000b/", host: null },
  { referer: `https://${"long.".repeat(60)}test/`, host: null },
  { referer: "", host: null },
  { referer: undefined, host: null },
])("$referer comes from $host", ({ referer, host }) => {
  expect(referrerHost(referer, "herald.test")).toBe(host);
  expect(referrerHost(referer, "herald.test")).toBe(host);
});
