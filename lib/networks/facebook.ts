import type { Network } from "./network.ts";

export const facebook: Network = {
  id: "facebook",
  name: "Facebook",
  maxLength: 5000,
  lengthUnit: "characters",
  foldsAfter: null,
  takesText: false,
  showsCard: true,
  handOverLabel: "Copy my words and open Facebook",
  guidance: {
    before: "Facebook takes only the link, so your words are copied: paste them above it.",
    after: "Your words are copied. Paste them above the link in Facebook, then post.",
  },
  shareAddress: ({ url }) => `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
  isPostAddress: ({ hostname, pathname }) =>
    /^([a-z]+\.)?facebook\.com$/.test(hostname) && pathname.length > 1,
  postAddressExample: "https://www.facebook.com/you/posts/…",
  connecting: null,
};
