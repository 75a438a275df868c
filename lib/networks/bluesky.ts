import type { Network } from "./network.ts";

export const bluesky: Network = {
  id: "bluesky",
  name: "Bluesky",
  maxLength: 300,
  lengthUnit: "characters as Bluesky counts them",
  foldsAfter: null,
  takesText: true,
  showsCard: true,
  handOverLabel: "Open Bluesky with my words",
  guidance: {
    before: "Bluesky opens with your words and the link in place.",
    after: "Bluesky has your words and the link. Post it there.",
  },
  shareAddress: ({ text, url }) =>
    `https://bsky.app/intent/compose?text=${encodeURIComponent((text ? `${text} ${url}` : url).toWellFormed())}`,
  isPostAddress: ({ hostname, pathname }) =>
    hostname === "bsky.app" && /^\/profile\/[^/]+\/post\/[a-z0-9]+/.test(pathname),
  postAddressExample: "https://bsky.app/profile/you/post/…",
  connecting: {
    by: "app_password",
    server: { label: "Your server", example: "https://bsky.social" },
    publishesByDefault: true,
    measuresByDefault: true,
    prices: null,
    cardBy: "herald",
    imageBytes: 1_000_000,
    reports: ["reactions", "comments", "reposts", "followers"],
    keepsReportedHours: null,
    unknown: {
      advice: "Herald can find out by itself.",
      canAsk: "Bluesky keeps one post under each key, so asking again never makes a second one.",
    },
  },
};
