import { expect, test } from "vitest";
import { hitKind } from "./hit-kind.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1";
const inApp = `${iphone} [LinkedInApp]/9.30.2300`;

test.each([
  { name: "a browser", method: "GET", headers: { "user-agent": firefox }, kind: "human" },
  { name: "a phone", method: "GET", headers: { "user-agent": iphone }, kind: "human" },
  { name: "LinkedIn's own app", method: "GET", headers: { "user-agent": inApp }, kind: "human" },
  { name: "LinkedIn's crawler", method: "GET", headers: { "user-agent": "LinkedInBot/1.0" }, kind: "bot" },
  { name: "X's crawler", method: "GET", headers: { "user-agent": "Twitterbot/1.0" }, kind: "bot" },
  { name: "curl", method: "GET", headers: { "user-agent": "curl/8.5.0" }, kind: "bot" },
  { name: "no name at all", method: "GET", headers: {}, kind: "bot" },
  { name: "HEAD", method: "HEAD", headers: { "user-agent": firefox }, kind: "prefetch" },
  {
    name: "Purpose",
    method: "GET",
    headers: { "user-agent": firefox, purpose: "prefetch" },
    kind: "prefetch",
  },
  {
    name: "Sec-Purpose",
    method: "GET",
    headers: { "user-agent": firefox, "sec-purpose": "prefetch;prerender" },
    kind: "prefetch",
  },
  { name: "X-Moz", method: "GET", headers: { "user-agent": firefox, "x-moz": "prefetch" }, kind: "prefetch" },
  {
    name: "X-Purpose",
    method: "GET",
    headers: { "user-agent": firefox, "x-purpose": "preview" },
    kind: "prefetch",
  },
])("$name is a $kind", ({ method, headers, kind }) => expect(hitKind(method, headers)).toBe(kind));
