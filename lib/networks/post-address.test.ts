import { expect, test } from "vitest";
import type { NetworkId } from "./network.ts";
import { nameOfPost, networkOf } from "./post-address.ts";

test.each<[string, NetworkId]>([
  ["https://www.linkedin.com/posts/ada_rain-activity-7123-x", "linkedin"],
  ["https://de.linkedin.com/in/ada", "linkedin"],
  ["https://lnkd.in/p/abc", "linkedin"],
  ["https://x.com/ada/status/12", "x"],
  ["https://mobile.twitter.com/ada", "x"],
  ["https://bsky.app/profile/ada.test/post/3kabc", "bluesky"],
  ["https://fosstodon.org/@ada/1131", "mastodon"],
  ["https://www.threads.com/@ada/post/Cxy", "threads"],
  ["https://m.facebook.com/ada/posts/1", "facebook"],
  ["https://ada.example/2026/rain", "elsewhere"],
  ["https://notlinkedin.com/posts/ada", "elsewhere"],
])("%s belongs to %s", (address, network) => {
  expect(networkOf(new URL(address))).toBe(network);
});

test.each<[NetworkId, string, string]>([
  [
    "linkedin",
    "https://www.linkedin.com/posts/ada_rain-activity-7123-x?utm_source=share",
    "https://de.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7123/",
  ],
  ["x", "https://x.com/ada/status/12?s=20", "https://twitter.com/i/web/status/12"],
  [
    "bluesky",
    "https://bsky.app/profile/ada.test/post/3kabc",
    "https://bsky.app/profile/did:plc:1/post/3kabc",
  ],
  ["mastodon", "https://fosstodon.org/@ada/1131", "https://fosstodon.org/@ada/1131#reply"],
  ["mastodon", "https://fosstodon.org/users/ada/statuses/1131", "https://fosstodon.org/deck/@ada/1131/"],
  ["threads", "https://www.threads.com/@ada/post/Cxy", "https://threads.net/@ada/post/Cxy/media"],
  ["threads", "https://www.threads.com/@ada/post/Cxy", "https://www.threads.net/t/Cxy"],
  [
    "facebook",
    "https://www.facebook.com/permalink.php?story_fbid=5&id=1",
    "https://m.facebook.com/story.php?story_fbid=5",
  ],
  ["elsewhere", "https://www.ada.example/rain/", "https://ada.example/rain#top"],
])("%s: two addresses of one post have one name", (network, one, other) => {
  expect(nameOfPost(network, new URL(one))).toBe(nameOfPost(network, new URL(other)));
});

test.each<[NetworkId, string, string]>([
  ["linkedin", "https://www.linkedin.com/posts/ada_rain-7", "https://www.linkedin.com/posts/ada_sun-8"],
  ["x", "https://x.com/ada/status/12", "https://x.com/ada/status/123"],
  ["mastodon", "https://fosstodon.org/@ada/1131", "https://mas.to/@ada/1131"],
  ["mastodon", "https://mas.to/users/ada/statuses/1", "https://mas.to/users/ada/statuses/2"],
  ["facebook", "https://www.facebook.com/watch/?v=1", "https://www.facebook.com/watch/?v=2"],
  ["elsewhere", "https://ada.example/?post=1", "https://ada.example/?post=2"],
])("%s: two posts have two names", (network, one, other) => {
  expect(nameOfPost(network, new URL(one))).not.toBe(nameOfPost(network, new URL(other)));
});
