import fc from "fast-check";
import { expect, test } from "vitest";
import type { NetworkId } from "./network.ts";
import { networkIds, networks } from "./networks.ts";
import { fits } from "./text-length.ts";
import { cleanWords } from "./words.ts";

const post = {
  text: "50 % rain & sun\n#AcmeEmployee",
  url: "https://go.acme.test/s/a1B2c3D4e5F",
  title: "A factory that runs on rain",
};

test("LinkedIn is given the link and nothing else", () => {
  expect(networks.linkedin.shareAddress?.(post, "")).toBe(
    "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fgo.acme.test%2Fs%2Fa1B2c3D4e5F",
  );
});

test("X is given the words and the link apart", () => {
  const address = new URL(networks.x.shareAddress?.(post, "") ?? "");
  expect(address.origin + address.pathname).toBe("https://x.com/intent/post");
  expect(Object.fromEntries(address.searchParams)).toEqual({ text: post.text, url: post.url });
});

test("a mail address is written as RFC 6068 wants it", () => {
  expect(networks.email.shareAddress?.(post, "")).toBe(
    "mailto:?subject=A%20factory%20that%20runs%20on%20rain" +
      "&body=50%20%25%20rain%20%26%20sun%0D%0A%23AcmeEmployee%0D%0A%0D%0Ahttps%3A%2F%2Fgo.acme.test%2Fs%2Fa1B2c3D4e5F",
  );
});

test("whatever fits an e-mail makes an address of at most 2,000 letters that holds all of the words", () => {
  const anyText = fc.string({ unit: "grapheme", maxLength: 400 });
  fc.assert(
    fc.property(anyText, anyText, (text, title) => {
      fc.pre(fits("email", text, true));
      const address = networks.email.shareAddress?.({ ...post, text, title }, "") ?? "";
      expect(address.length).toBeLessThanOrEqual(2000);
      const body = decodeURIComponent(address.slice(address.indexOf("&body=") + 6));
      expect(body.startsWith(cleanWords(text).replaceAll("\n", "\r\n"))).toBe(true);
    }),
  );
});

test("half an emoji does not break an address", () => {
  for (const id of networkIds.filter((id) => networks[id].takesText && networks[id].shareAddress))
    expect(networks[id].shareAddress?.({ ...post, text: "\uD83D" }, "")).toContain("%EF%BF%BD");
});

test.each<{ network: NetworkId; server?: string; address: string; text: string }>([
  {
    network: "bluesky",
    address: "https://bsky.app/intent/compose",
    text: "50 % rain & sun\n#AcmeEmployee https://go.acme.test/s/a1B2c3D4e5F",
  },
  {
    network: "mastodon",
    server: "https://mastodon.social",
    address: "https://mastodon.social/share",
    text: "50 % rain & sun\n#AcmeEmployee https://go.acme.test/s/a1B2c3D4e5F",
  },
  {
    network: "whatsapp",
    address: "https://wa.me/",
    text: "50 % rain & sun\n#AcmeEmployee\n\nhttps://go.acme.test/s/a1B2c3D4e5F",
  },
])("$network is given the words with the link in them", ({ network, server = "", address, text }) => {
  const built = networks[network].shareAddress?.({ ...post, text: post.text.replace("\n", "\r\n") }, server);
  const { origin, pathname, searchParams } = new URL(built ?? "");
  expect(origin + pathname).toBe(address);
  expect(Object.fromEntries(searchParams)).toEqual({ text });
  expect(built).not.toContain("+");
});

test("Threads is given the words and the link apart, Facebook the link alone", () => {
  const threads = new URL(networks.threads.shareAddress?.(post, "") ?? "");
  expect(threads.origin + threads.pathname).toBe("https://www.threads.com/intent/post");
  expect(Object.fromEntries(threads.searchParams)).toEqual({ text: post.text, url: post.url });
  expect(networks.facebook.shareAddress?.(post, "")).toBe(
    "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fgo.acme.test%2Fs%2Fa1B2c3D4e5F",
  );
});

test("without words the link goes alone", () => {
  for (const id of ["bluesky", "mastodon", "whatsapp"] as const) {
    const built = networks[id].shareAddress?.({ ...post, text: " " }, "https://a.example") ?? "";
    expect(new URL(built).searchParams.get("text")).toBe(post.url);
  }
});

test.each<{ network: NetworkId; address: string; isPost: boolean }>([
  { network: "linkedin", address: "https://www.linkedin.com/posts/ada_rain-activity-72", isPost: true },
  { network: "linkedin", address: "https://www.linkedin.com/feed/update/urn:li:activity:72/", isPost: true },
  { network: "linkedin", address: "https://de.linkedin.com/feed/update/urn%3Ali%3Ashare%3A72", isPost: true },
  { network: "linkedin", address: "https://www.linkedin.com/in/ada", isPost: false },
  { network: "linkedin", address: "https://linkedin.com.evil.test/posts/a", isPost: false },
  { network: "linkedin", address: "https://www.linkedin.com/feed/update/%E0%A4%A", isPost: false },
  { network: "x", address: "https://x.com/ada/status/1234567890", isPost: true },
  { network: "x", address: "https://twitter.com/i/web/status/1234567890", isPost: true },
  { network: "x", address: "https://x.com/ada", isPost: false },
  { network: "x", address: "https://notx.com/ada/status/12", isPost: false },
  { network: "x", address: "https://mobile.x.com/ada/status/12?s=20", isPost: true },
  {
    network: "bluesky",
    address: "https://bsky.app/profile/ada.example.com/post/3lxyzabcdef2g",
    isPost: true,
  },
  { network: "bluesky", address: "https://bsky.app/profile/did:plc:abc/post/3lxyzabcdef2g", isPost: true },
  { network: "bluesky", address: "https://bsky.app/profile/ada.example.com", isPost: false },
  { network: "bluesky", address: "https://bsky.app/profile/ada.example.com/post/1", isPost: false },
  { network: "bluesky", address: "https://bsky.app.evil.test/profile/a.b/post/3lxyzabcdef2g", isPost: false },
  { network: "mastodon", address: "https://mastodon.social/@ada/113456789012345678", isPost: true },
  { network: "mastodon", address: "https://other.example/@ada@mastodon.social/1134567", isPost: true },
  { network: "mastodon", address: "https://mastodon.social/users/ada/statuses/1134567", isPost: true },
  { network: "mastodon", address: "https://mastodon.social/deck/@ada/1134567", isPost: true },
  { network: "mastodon", address: "http://mastodon.social/@ada/1134567", isPost: false },
  { network: "mastodon", address: "https://mastodon.social/@ada", isPost: false },
  { network: "mastodon", address: "https://mastodon.social/@ada/following", isPost: false },
  { network: "threads", address: "https://www.threads.com/@ada/post/C8abc-D_1", isPost: true },
  { network: "threads", address: "https://www.threads.net/t/C8abc", isPost: true },
  { network: "threads", address: "https://www.threads.com/@ada", isPost: false },
  { network: "threads", address: "https://threads.com.evil.test/@ada/post/C8abc", isPost: false },
  { network: "facebook", address: "https://www.facebook.com/ada/posts/pfbid02abc", isPost: true },
  {
    network: "facebook",
    address: "https://m.facebook.com/story.php?story_fbid=pfbid02&id=100",
    isPost: true,
  },
  { network: "facebook", address: "https://www.facebook.com/permalink.php?story_fbid=1&id=2", isPost: true },
  { network: "facebook", address: "https://www.facebook.com/photo/?fbid=123", isPost: true },
  { network: "facebook", address: "https://www.facebook.com/groups/acme/permalink/12/", isPost: true },
  { network: "facebook", address: "https://www.facebook.com/share/p/1AbCdEf/", isPost: true },
  { network: "facebook", address: "https://fb.watch/abc/", isPost: true },
  { network: "facebook", address: "https://www.facebook.com/ada", isPost: false },
  { network: "facebook", address: "https://www.facebook.com/photo/", isPost: false },
  { network: "facebook", address: "https://www.facebook.com/login/", isPost: false },
  { network: "elsewhere", address: "https://mastodon.example/@ada/12", isPost: true },
  { network: "elsewhere", address: "javascript:alert(1)", isPost: false },
])("$address on $network: $isPost", ({ network, address, isPost }) => {
  expect(networks[network].isPostAddress?.(new URL(address))).toBe(isPost);
});

test("a chat and a mail have no address of their own", () => {
  expect([networks.whatsapp.isPostAddress, networks.email.isPostAddress]).toEqual([null, null]);
});
