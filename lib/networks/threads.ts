import type { Network } from "./network.ts";
import { cleanWords } from "./words.ts";

export const threads: Network = {
  id: "threads",
  name: "Threads",
  maxLength: 500,
  lengthUnit: "characters",
  foldsAfter: null,
  takesText: true,
  showsCard: true,
  handOverLabel: "Open Threads with my words",
  guidance: {
    before: "Threads opens with your words and the link in place.",
    after: "Threads has your words and the link. Post it there.",
  },
  asksServer: null,
  shareAddress: ({ text, url }) =>
    `https://www.threads.com/intent/post?text=${encodeURIComponent(cleanWords(text))}&url=${encodeURIComponent(url)}`,
  isPostAddress: ({ hostname, pathname }) =>
    /^(www\.)?threads\.(com|net)$/.test(hostname) && /^\/(@[\w.]+\/post|t)\/[\w-]+/.test(pathname),
  postAddressExample: "https://www.threads.com/@you/post/…",
  connecting: null,
};
