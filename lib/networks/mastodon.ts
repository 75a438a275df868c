import type { Network } from "./network.ts";
import { wordsWithLink } from "./words.ts";

const server = { label: "Your Mastodon server", example: "mastodon.social" };

export const mastodon: Network = {
  id: "mastodon",
  name: "Mastodon",
  maxLength: 500,
  lengthUnit: "characters as Mastodon counts them",
  foldsAfter: null,
  takesText: true,
  showsCard: true,
  handOverLabel: "Open Mastodon with my words",
  guidance: {
    before: "Your Mastodon server opens with your words and the link in place.",
    after: "Your Mastodon server has your words and the link. Post it there.",
  },
  asksServer: server,
  shareAddress: ({ text, url }, origin) =>
    `${origin}/share?text=${encodeURIComponent(wordsWithLink(text, url))}`,
  // On any server, as that server shows it or as another one does; in the app's columns the path starts with `deck`.
  isPostAddress: ({ protocol, pathname }) =>
    protocol === "https:" &&
    /^(\/deck)?\/(@[\w.-]+(@[\w.-]+)?\/\d+|users\/[\w.-]+\/statuses\/\d+)\/?$/.test(pathname),
  postAddressExample: "https://mastodon.social/@you/…",
  connecting: {
    by: "consent",
    server: { ...server, usual: null },
    permissions: [
      { scopes: ["write:statuses", "write"], words: "publish the posts that you send", isNeeded: true },
      { scopes: ["write:media", "write"], words: "upload pictures for them" },
      { scopes: ["profile", "read:accounts", "read"], words: "see your name" },
      { scopes: ["read:statuses", "read"], words: "read the figures of your posts" },
    ],
    consentDays: null,
    publishesByDefault: true,
    measuresByDefault: true,
    prices: null,
    cardBy: "network",
    imageBytes: 8_000_000,
    reports: ["reactions", "comments", "reposts", "followers"],
    keepsReportedHours: null,
    unknown: {
      advice: "Look at your profile on Mastodon, then say here what you found.",
      ask: {
        act: "Let Herald look",
        sentence:
          "Herald looks through your newest posts. Within the first hour a post that did not arrive is published then; your server makes no second one of it.",
        isSafe: true,
      },
    },
  },
};
