import { isbot } from "isbot";
import QuickLRU from "quick-lru";
import { type Device, deviceOf } from "./device.ts";

export type Agent = {
  /** A preview fetcher is a machine that makes a card of the story for people to see. */
  nature: "person" | "machine" | "preview";
  device: Device | null;
};

/** As much of a user agent as is read. What is longer is not remembered. */
const lengthRead = 512;

// Reading one costs a hundred times as much as finding it here, and most readers use the same few browsers.
const known = new QuickLRU<string, Agent>({ maxSize: 2000 });

export function readAgent(userAgent: string): Agent {
  if (userAgent.length > lengthRead) return read(userAgent.slice(0, lengthRead));
  const remembered = known.get(userAgent);
  if (remembered) return remembered;
  const agent = read(userAgent);
  known.set(userAgent, agent);
  return agent;
}

function read(userAgent: string): Agent {
  const nature = natureOf(userAgent);
  return { nature, device: nature === "person" ? deviceOf(userAgent) : null };
}

function natureOf(userAgent: string): Agent["nature"] {
  if (previewFetcher.test(userAgent)) return "preview";
  // Every browser names itself; what does not is a script.
  return userAgent.trim() === "" || scanner.test(userAgent) || isbot(userAgent) ? "machine" : "person";
}

/**
 * What networks, chats and mail programs send to make a card. Their own browsers inside an app, such as `[LinkedInApp]`,
 * `Twitter for iPhone`, `FBAN/FBIOS`, `[Pinterest/iOS]`, `Teams/1.6 … Electron`, are people. iMessage calls itself
 * facebookexternalhit and Twitterbot, LINE and KakaoTalk the first, Signal `WhatsApp/2`.
 */
const previewFetcher = new RegExp(
  [
    "LinkedInBot",
    "Twitterbot",
    "Slackbot",
    "Slack-ImgProxy",
    "facebookexternalhit",
    "Facebot",
    "meta-externalfetcher",
    "Discordbot",
    "TelegramBot",
    "^WhatsApp/",
    "^Viber/",
    "SkypeUriPreview",
    "BingPreview",
    "Mastodon/",
    "^(Mozilla/5\\.0 \\(compatible; )?(Akkoma|Pleroma|Misskey)|SummalyBot",
    "Cardyb",
    "Pinterestbot|^Pinterest/",
    "Iframely",
    "Embedly",
    "redditbot",
    "vkShare",
    "XING-contenttabreceiver",
    "^Tumblr/",
    "Synapse \\(bot",
    "Mattermost-Bot",
    "Rocket\\.Chat(?!.*Electron)",
    "ZulipURLPreview",
    "Nextcloud Server Crawler",
    "Google-PageRenderer|GoogleChat|GoogleMessages",
    "Yahoo Link Preview|YahooMailProxy",
    "Quora Link Preview",
    "Snap URL Preview",
    "^Notion",
    "FlipboardProxy",
  ].join("|"),
  "i",
);

/** Mail gateways and Office look where a link leads before anybody opens it; isbot misses these. */
const scanner =
  /SafeLinks|ms-office|^Microsoft Office|Barracuda|Proofpoint|Mimecast|Symantec|FireEye|Trellix|Sophos|Bitdefender|Trend ?Micro|Cloudmark|Forcepoint|IronPort/i;
