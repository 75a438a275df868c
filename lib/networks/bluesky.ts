import type { Network } from "./network.ts";
import { wordsWithLink } from "./words.ts";

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
  asksServer: null,
  shareAddress: ({ text, url }) =>
    `https://bsky.app/intent/compose?text=${encodeURIComponent(wordsWithLink(text, url))}`,
  isPostAddress: ({ hostname, pathname }) =>
    hostname === "bsky.app" &&
    /^\/profile\/(did:[a-z]+:|[\w-]+\.)[\w.:%-]+\/post\/[a-z2-7]{13}\/?$/.test(pathname),
  postAddressExample: "https://bsky.app/profile/you/post/…",
  connecting: {
    by: "app_password",
    server: { label: "Your server", example: "bsky.social", usual: "bsky.social" },
    permissions: [
      { scopes: [], words: "publish the posts that you send" },
      { scopes: [], words: "read the figures of your posts" },
    ],
    consentDays: null,
    publishesByDefault: true,
    measuresByDefault: true,
    prices: null,
    cardBy: "herald",
    imageBytes: 1_000_000,
    reports: ["reactions", "comments", "reposts", "followers"],
    keepsReportedHours: null,
    unknown: {
      advice: "Look at your profile on Bluesky, then say here what you found.",
      ask: {
        act: "Let Herald look",
        sentence:
          "Bluesky keeps one post under each key, so asking never makes a second one. Within the first hour a post that did not arrive is published then.",
        isSafe: true,
      },
    },
  },
};
