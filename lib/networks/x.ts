import type { Network } from "./network.ts";
import { cleanWords } from "./words.ts";

export const x: Network = {
  id: "x",
  name: "X",
  maxLength: 280,
  lengthUnit: "characters as X counts them",
  foldsAfter: null,
  takesText: true,
  showsCard: true,
  handOverLabel: "Open X with my words",
  guidance: {
    before: "X opens with your words and the link in place.",
    after: "X has your words and the link. Post it there.",
  },
  asksServer: null,
  shareAddress: ({ text, url }) =>
    `https://x.com/intent/post?text=${encodeURIComponent(cleanWords(text))}&url=${encodeURIComponent(url)}`,
  isPostAddress: ({ hostname, pathname }) =>
    /^((www|mobile)\.)?(x|twitter)\.com$/.test(hostname) && /^\/(i\/web|\w+)\/status\/\d+/.test(pathname),
  postAddressExample: "https://x.com/you/status/…",
  connecting: {
    by: "consent",
    server: null,
    permissions: [
      { scopes: ["tweet.write"], words: "publish the posts that you send", isNeeded: true },
      { scopes: ["tweet.read"], words: "read posts and their figures", isNeeded: true },
      { scopes: ["users.read"], words: "see your name", isNeeded: true },
      { scopes: ["media.write"], words: "upload pictures for them" },
      { scopes: ["offline.access"], words: "stay connected until you disconnect" },
    ],
    // Each post through the API costs money, the most with a link in it. Opening X with the words costs nothing.
    consentDays: null,
    publishesByDefault: false,
    measuresByDefault: false,
    prices: { post: 15_000, post_with_link: 200_000, post_read: 5_000, account_read: 10_000 },
    cardBy: "network",
    imageBytes: 5_000_000,
    reports: ["impressions", "reactions", "comments", "reposts", "followers"],
    keepsReportedHours: null,
    unknown: {
      advice: "Look at your profile on X, then say here what you found.",
      ask: {
        act: "Let Herald look",
        sentence:
          "Herald can look through what you posted on X around that time. X bills half a cent for each post that it shows.",
        isSafe: false,
      },
    },
  },
};
