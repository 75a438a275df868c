import type { Network } from "./network.ts";

export const mastodon: Network = {
  id: "mastodon",
  name: "Mastodon",
  maxLength: 500,
  lengthUnit: "characters as Mastodon counts them",
  foldsAfter: null,
  takesText: true,
  showsCard: true,
  handOverLabel: "Copy my words for Mastodon",
  guidance: {
    before: "Your words and the link are copied for your Mastodon server.",
    after: "Paste them on your Mastodon server, then post.",
  },
  shareAddress: null,
  isPostAddress: ({ pathname }) => /^\/@[^/]+\/\d+/.test(pathname),
  postAddressExample: "https://your.server/@you/…",
  connecting: {
    by: "consent",
    server: { label: "Your Mastodon server", example: "https://mastodon.social" },
    publishesByDefault: true,
    measuresByDefault: true,
    prices: null,
    cardBy: "network",
    imageBytes: 8_000_000,
    reports: ["reactions", "comments", "reposts", "followers"],
    keepsReportedHours: null,
    unknown: {
      advice:
        "Within an hour Herald can find out by itself; after that, look at your profile and say here what you found.",
      canAsk:
        "Within the first hour your server answers a repeated request with the first post, and makes no second one.",
    },
  },
};
