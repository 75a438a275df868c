import type { Network } from "./network.ts";

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
  shareAddress: ({ text, url }) =>
    `https://x.com/intent/post?text=${encodeURIComponent(text.toWellFormed())}&url=${encodeURIComponent(url)}`,
  isPostAddress: ({ hostname, pathname }) =>
    /^((www|mobile)\.)?(x|twitter)\.com$/.test(hostname) && /^\/(i\/web|\w+)\/status\/\d+/.test(pathname),
  postAddressExample: "https://x.com/you/status/…",
};
