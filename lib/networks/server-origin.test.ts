import { expect, test } from "vitest";
import { serverOrigin } from "./server-origin.ts";

test.each([
  { typed: "mastodon.social", origin: "https://mastodon.social" },
  { typed: " Mastodon.Social ", origin: "https://mastodon.social" },
  { typed: "https://mastodon.social/", origin: "https://mastodon.social" },
  { typed: "http://mastodon.social", origin: "https://mastodon.social" },
  { typed: "https://mastodon.social/@you?tab=1#top", origin: "https://mastodon.social" },
  { typed: "@you@mastodon.social", origin: "https://mastodon.social" },
  { typed: "you@mastodon.social", origin: "https://mastodon.social" },
  { typed: "münchen.social", origin: "https://xn--mnchen-3ya.social" },
  { typed: "日本.example", origin: "https://xn--wgv71a.example" },
  { typed: "mastodon.social.", origin: "https://mastodon.social" },
  { typed: "", origin: null },
  { typed: "you", origin: null },
  { typed: "@you", origin: null },
  { typed: "localhost", origin: null },
  { typed: "mastodon.social:3000", origin: null },
  { typed: "mastodon.social:443", origin: null },
  { typed: "https://mastodon.social:8443/@you", origin: null },
  { typed: "127.0.0.1", origin: null },
  { typed: "2130706433", origin: null },
  { typed: "0x7f.1", origin: null },
  { typed: "[::1]", origin: null },
  { typed: "ftp://mastodon.social", origin: null },
  { typed: "javascript:alert(1)", origin: null },
  { typed: "two words.social", origin: null },
  { typed: "mastodon..social", origin: null },
  { typed: "-mastodon.social", origin: null },
])("$typed is the server $origin", ({ typed, origin }) => {
  expect(serverOrigin(typed)).toBe(origin);
});
