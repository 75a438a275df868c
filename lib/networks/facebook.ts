import type { Network } from "./network.ts";

const ownPost =
  /^\/([^/]+\/(posts|videos|photos)\/.|groups\/[^/]+\/(posts|permalink)\/\d|share\/(p|v|r)\/.|reel\/\d)/;
const namedPost = /^\/(permalink|story|photo)(\.php|\/)?$|^\/watch\/?$/;
const postName = (query: URLSearchParams): string =>
  query.get("story_fbid") ?? query.get("fbid") ?? query.get("v") ?? "";

export const facebook: Network = {
  id: "facebook",
  name: "Facebook",
  maxLength: 5000,
  lengthUnit: "characters",
  foldsAfter: null,
  takesText: false,
  showsCard: true,
  handOverLabel: "Copy my words and open Facebook",
  guidance: {
    before: "Facebook takes only the link, so your words are copied: paste them above it.",
    after: "Your words are copied. Paste them above the link in Facebook, then post.",
  },
  asksServer: null,
  shareAddress: ({ url }) => `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
  isPostAddress: ({ hostname, pathname, searchParams }) =>
    (/^([a-z-]+\.)?facebook\.com$/.test(hostname) &&
      (ownPost.test(pathname) || (namedPost.test(pathname) && /\w/.test(postName(searchParams))))) ||
    (hostname === "fb.watch" && pathname.length > 1),
  postAddressExample: "https://www.facebook.com/you/posts/…",
  connecting: null,
};
