import type { Network } from "./network.ts";

/** A copied text or the phone's own share sheet: where it goes, and what fits there, only the person knows. */
export const elsewhere: Network = {
  id: "elsewhere",
  name: "Elsewhere",
  maxLength: 5000,
  lengthUnit: "characters",
  foldsAfter: null,
  takesText: true,
  showsCard: false,
  handOverLabel: "Copy my words and the link",
  guidance: {
    before: "For a chat, a forum, or any other place you like.",
    after: "Paste it wherever you like.",
  },
  asksServer: null,
  shareAddress: null,
  isPostAddress: ({ protocol }) => protocol === "https:" || protocol === "http:",
  postAddressExample: "https://…",
  connecting: null,
};
