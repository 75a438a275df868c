import type { Network } from "./network.ts";
import { wordsOverLink } from "./words.ts";

export const whatsapp: Network = {
  id: "whatsapp",
  name: "WhatsApp",
  maxLength: 5000,
  lengthUnit: "characters",
  foldsAfter: null,
  takesText: true,
  showsCard: false,
  handOverLabel: "Open WhatsApp with my words",
  guidance: {
    before: "WhatsApp opens with your words and the link; you choose the chat.",
    after: "WhatsApp has your words and the link. Choose the chat and send.",
  },
  asksServer: null,
  shareAddress: ({ text, url }) => `https://wa.me/?text=${encodeURIComponent(wordsOverLink(text, url))}`,
  isPostAddress: null,
  postAddressExample: "",
  connecting: null,
};
