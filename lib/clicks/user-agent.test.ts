import { expect, test } from "vitest";
import { readAgent } from "./user-agent.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
const android =
  "Mozilla/5.0 (Linux; Android 13; SM-A536B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0";

test.each([
  { name: "Firefox", agent: firefox },
  { name: "LinkedIn's app", agent: `${iphone} Mobile/15E148 [LinkedInApp]/9.30.2300` },
  { name: "X's app", agent: `${iphone} Mobile/21B74 Twitter for iPhone/10.14` },
  { name: "Facebook's app", agent: `${iphone} Mobile/15E148 [FBAN/FBIOS;FBAV/440.0;FBBV/1]` },
  { name: "Instagram's app", agent: `${iphone} Mobile/15E148 Instagram 309.1.0.28.108` },
  {
    name: "WhatsApp's own browser",
    agent: `${android} Chrome/143.0.0.0 Mobile Safari/537.36 WhatsApp/2.23.20`,
  },
  { name: "Pinterest's app", agent: `${iphone} Mobile/15E148 [Pinterest/iOS]` },
  {
    name: "Teams' window",
    agent: `${windows} Teams/1.6.00.4472 Chrome/102.0.5005.197 Electron/19.1.9 Safari/537.36`,
  },
  { name: "Slack's window", agent: `${windows} Slack/4.35 Chrome/116.0.0.0 Electron/26.2.0 Safari/537.36` },
  { name: "Tumblr's app", agent: `${iphone} Mobile/15E148 Tumblr/iPhone/35.9/359010/19.1/tumblr` },
  { name: "a Misskey app", agent: `${android} Chrome/143.0.0.0 Mobile Safari/537.36 Misskey/1.2` },
  {
    name: "Rocket.Chat's window",
    agent: `${windows} Rocket.Chat/4.9.0 Chrome/138.0.7204.100 Electron/37.2.3 Safari/537.36`,
  },
  { name: "Outlook's app", agent: `${iphone} Mobile/15E148 Outlook-iOS/711.2620504.prod.iphone` },
])("$name is a person", ({ agent }) => expect(readAgent(agent).nature).toBe("person"));

test.each([
  { agent: "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)" },
  { agent: "Twitterbot/1.0" },
  { agent: "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" },
  { agent: "Slack-ImgProxy (+https://api.slack.com/robots)" },
  { agent: "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)" },
  { agent: "Mozilla/5.0 (Macintosh) Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0" },
  { agent: "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)" },
  { agent: "TelegramBot (like TwitterBot)" },
  { agent: "WhatsApp/2.23.20.0 A" },
  {
    agent: "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
  },
  { agent: `${windows} BingPreview/1.0b` },
  { agent: "Mastodon/4.3.0 (http.rb/5.2.0; +https://mastodon.social/)" },
  { agent: "http.rb/5.1.1 (Mastodon/4.2.0; +https://mastodon.social/) Bot" },
  { agent: "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)" },
  { agent: "Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)" },
  { agent: "Tumblr/14.0.835.186" },
  { agent: "Misskey/2025.9.0 (https://misskey.test)" },
  { agent: "Pleroma 2.9.1; https://social.test <admin@social.test>; Bot" },
  { agent: "Mozilla/5.0 (compatible; Rocket.Chat/7.10)" },
  { agent: "Iframely/1.3.1 (+https://iframely.com/docs/about)" },
  { agent: "Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)" },
])("$agent makes a preview", ({ agent }) => expect(readAgent(agent).nature).toBe("preview"));

test.each([
  { agent: "" },
  { agent: "   " },
  { agent: "curl/8.5.0" },
  { agent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
  { agent: "Microsoft Office SafeLinks" },
  { agent: "Mozilla/4.0 (compatible; ms-office; MSOffice 16)" },
  { agent: "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.12026; Pro)" },
  { agent: "Mozilla/5.0 (compatible; Barracuda Sentinel (EE))" },
  { agent: "Mimecast URL Protect" },
  { agent: "Mozilla/5.0 (compatible; Proofpoint URL Defense)" },
])("'$agent' is a machine that is sent on", ({ agent }) => expect(readAgent(agent).nature).toBe("machine"));

test("a person's device is known, a machine has none, and what comes after 512 characters is not read", () => {
  expect(readAgent(`${iphone} Mobile/15E148`)).toEqual({ nature: "person", device: "phone" });
  expect(readAgent(`${windows} BingPreview/1.0b`).device).toBeNull();
  expect(readAgent(`${firefox} ${"x".repeat(512)} Googlebot`).nature).toBe("person");
});
