import fc from "fast-check";
import { expect, test } from "vitest";
import type { NetworkId } from "./network.ts";
import { networks } from "./networks.ts";
import { fits } from "./text-length.ts";

const post = {
  text: "50 % rain & sun\n#AcmeEmployee",
  url: "https://go.acme.test/s/a1B2c3D4e5F",
  title: "A factory that runs on rain",
};

test("LinkedIn is given the link and nothing else", () => {
  expect(networks.linkedin.shareAddress?.(post)).toBe(
    "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fgo.acme.test%2Fs%2Fa1B2c3D4e5F",
  );
});

test("X is given the words and the link apart", () => {
  const address = new URL(networks.x.shareAddress?.(post) ?? "");
  expect(address.origin + address.pathname).toBe("https://x.com/intent/post");
  expect(Object.fromEntries(address.searchParams)).toEqual({ text: post.text, url: post.url });
});

test("a mail address is written as RFC 6068 wants it", () => {
  expect(networks.email.shareAddress?.(post)).toBe(
    "mailto:?subject=A%20factory%20that%20runs%20on%20rain" +
      "&body=50%20%25%20rain%20%26%20sun%0D%0A%23AcmeEmployee%0D%0A%0D%0Ahttps%3A%2F%2Fgo.acme.test%2Fs%2Fa1B2c3D4e5F",
  );
});

test("whatever fits an e-mail makes an address of at most 2,000 letters that holds all of the words", () => {
  const anyText = fc.string({ unit: "grapheme", maxLength: 400 });
  fc.assert(
    fc.property(anyText, anyText, (text, title) => {
      fc.pre(fits("email", text, true));
      const address = networks.email.shareAddress?.({ ...post, text, title }) ?? "";
      expect(address.length).toBeLessThanOrEqual(2000);
      const body = decodeURIComponent(address.slice(address.indexOf("&body=") + 6));
      expect(body.startsWith(text.replace(/\r\n|\r|\n/g, "\r\n"))).toBe(true);
    }),
  );
});

test("half an emoji does not break an address", () => {
  for (const id of ["x", "email"] as const)
    expect(networks[id].shareAddress?.({ ...post, text: "\uD83D" })).toContain("%EF%BF%BD");
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
  { network: "elsewhere", address: "https://mastodon.example/@ada/12", isPost: true },
  { network: "elsewhere", address: "javascript:alert(1)", isPost: false },
])("$address on $network: $isPost", ({ network, address, isPost }) => {
  expect(networks[network].isPostAddress?.(new URL(address))).toBe(isPost);
});
