import type { Network } from "./network.ts";

export const linkedin: Network = {
  id: "linkedin",
  name: "LinkedIn",
  maxLength: 3000,
  lengthUnit: "characters",
  foldsAfter: 210,
  // share-offsite honours `url` alone: title, summary and text are ignored, and the card comes from the page itself.
  takesText: false,
  showsCard: true,
  handOverLabel: "Copy my words and open LinkedIn",
  guidance: {
    before: "LinkedIn takes only the link, so your words are copied: paste them above it.",
    after: "Your words are copied. Paste them above the link in LinkedIn, then post.",
  },
  asksServer: null,
  shareAddress: ({ url }) => `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(url)}`,
  isPostAddress: ({ hostname, pathname }) =>
    /^([a-z]+\.)?linkedin\.com$/.test(hostname) &&
    /^\/(posts\/.|feed\/update\/urn(:|%3A)li(:|%3A)\w+(:|%3A)\d)/i.test(pathname),
  postAddressExample: "https://www.linkedin.com/posts/…",
  connecting: {
    by: "consent",
    server: null,
    permissions: [
      { scopes: ["w_member_social"], words: "publish the posts that you send", isNeeded: true },
      { scopes: ["openid", "profile", "r_basicprofile"], words: "see your name" },
      { scopes: ["email"], words: "see your e-mail address" },
      { scopes: ["r_member_postAnalytics"], words: "read the figures of your posts" },
      { scopes: ["r_member_profileAnalytics"], words: "read how many people follow you" },
    ],
    consentDays: 60,
    publishesByDefault: true,
    // Reading a member's own figures wants an app that LinkedIn has vetted; without one there is nothing to ask.
    measuresByDefault: false,
    prices: null,
    cardBy: "herald",
    // LinkedIn names no limit in bytes, only one of 36 million pixels.
    imageBytes: 8_000_000,
    reports: ["impressions", "reactions", "comments", "reposts", "followers"],
    keepsReportedHours: 48,
    unknown: {
      advice: "Look at your activity on LinkedIn, then say here what you found.",
      ask: {
        act: "Send the very same post once more",
        sentence:
          "LinkedIn cannot be asked. Within ten minutes, sending the very same post once more either finds the first one, for LinkedIn refuses doubles, or publishes it now. After that only you can look.",
        isSafe: false,
      },
    },
  },
};
