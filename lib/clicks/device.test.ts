import { expect, test } from "vitest";
import { deviceOf } from "./device.ts";

const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0";

test.each([
  {
    name: "Chrome on Windows",
    agent: `(Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`,
    device: "desktop",
  },
  {
    name: "Safari on a Mac",
    agent: `(Macintosh; Intel Mac OS X 10_15_7) ${webkit} Safari/605.1.15`,
    device: "desktop",
  },
  {
    name: "Firefox on Linux",
    agent: "(X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    device: "desktop",
  },
  { name: "a Chromebook", agent: `(X11; CrOS x86_64 14541.0.0) ${chrome} Safari/537.36`, device: "desktop" },
  { name: "an old tablet PC with Windows", agent: "(Windows NT 6.1; Tablet PC 2.0)", device: "desktop" },
  {
    name: "an iPhone",
    agent: `(iPhone; CPU iPhone OS 19_1 like Mac OS X) ${webkit} Mobile/15E148`,
    device: "phone",
  },
  {
    name: "Chrome on Android",
    agent: `(Linux; Android 10; K) ${chrome} Mobile Safari/537.36`,
    device: "phone",
  },
  {
    name: "Firefox on Android",
    agent: "(Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0",
    device: "phone",
  },
  {
    name: "LinkedIn's app",
    agent: `(iPhone; CPU iPhone OS 19_1 like Mac OS X) ${webkit} [LinkedInApp]`,
    device: "phone",
  },
  { name: "an unheard-of phone", agent: "(KAIOS/2.5) Gecko/48.0 Mobile", device: "phone" },
  {
    name: "an iPad that says so",
    agent: `(iPad; CPU OS 16_6 like Mac OS X) ${webkit} Mobile/15E148`,
    device: "tablet",
  },
  {
    name: "an Android tablet",
    agent: `(Linux; Android 12; SM-T870) ${chrome} Safari/537.36`,
    device: "tablet",
  },
  {
    name: "a Fire tablet",
    agent: `(Linux; Android 9; KFMAWI) ${chrome} Silk/118 like Chrome/118`,
    device: "tablet",
  },
  { name: "a television", agent: `(SMART-TV; Linux; Tizen 6.0) ${chrome} TV Safari/537.36`, device: "other" },
  { name: "a console", agent: `(Windows NT 10.0; Win64; x64; Xbox; Xbox One) ${chrome}`, device: "other" },
  {
    name: "a headset",
    agent: `(X11; Linux x86_64; Quest 3) OculusBrowser/30 ${chrome} VR Safari`,
    device: "other",
  },
  { name: "what does not say", agent: "", device: null },
])("$name is $device", ({ agent, device }) => expect(deviceOf(`Mozilla/5.0 ${agent}`)).toBe(device));
