import { afterEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import {
  blueskyHosts,
  isSimulated,
  linkedinHosts,
  namedServer,
  registeredApp,
  xHosts,
} from "./network-hosts.ts";

afterEach(() => {
  for (const name of ["NETWORK_SIMULATOR", "LINKEDIN_CLIENT_ID", "LINKEDIN_CLIENT_SECRET"] as const)
    delete env[name];
});

test("without keys and without a simulator there is no app, and the hosts are the real ones", () => {
  expect([registeredApp("linkedin"), registeredApp("x")]).toEqual([null, null]);
  expect(linkedinHosts()).toEqual({ pages: "https://www.linkedin.com", api: "https://api.linkedin.com" });
  expect(xHosts()).toEqual({ pages: "https://x.com", api: "https://api.x.com" });
});

test("the simulator stands in for every network without keys, and for none that has them", () => {
  env.NETWORK_SIMULATOR = "http://127.0.0.1:4000";
  env.LINKEDIN_CLIENT_ID = "herald";
  env.LINKEDIN_CLIENT_SECRET = "real";
  expect(registeredApp("linkedin")).toEqual({ clientId: "herald", clientSecret: "real" });
  expect(registeredApp("x")).toEqual({ clientId: "simulated", clientSecret: "simulated" });
  expect(linkedinHosts().api).toBe("https://api.linkedin.com");
  expect(xHosts()).toEqual({ pages: "http://127.0.0.1:4000", api: "http://127.0.0.1:4000" });
  expect(["linkedin", "x", "mastodon"].map((id) => isSimulated(id as "x"))).toEqual([false, true, true]);
});

test("of a network of many servers, only the simulator's own is simulated", () => {
  env.NETWORK_SIMULATOR = "http://127.0.0.1:4000";
  expect(isSimulated("mastodon", "http://127.0.0.1:4000")).toBe(true);
  expect(isSimulated("mastodon", "https://mastodon.social")).toBe(false);
});

test("a member's server is the one they typed, and the simulator where that stands in", () => {
  expect(namedServer("mastodon", "@you@mastodon.social")).toBe("https://mastodon.social");
  expect(namedServer("mastodon", "127.0.0.1:4000")).toBeNull();
  expect(namedServer("mastodon", " ")).toBeNull();
  expect(namedServer("bluesky", " ")).toBe("https://bsky.social");
  env.NETWORK_SIMULATOR = "http://127.0.0.1:4000";
  expect(namedServer("mastodon", "@you@mastodon.social")).toBe("http://127.0.0.1:4000");
});

test("an account on a real server is never looked up at the simulator", () => {
  env.NETWORK_SIMULATOR = "http://127.0.0.1:4000";
  expect(blueskyHosts("https://pds.example").appView).toBe("https://public.api.bsky.app");
  expect(blueskyHosts("http://127.0.0.1:4000").appView).toBe("http://127.0.0.1:4000");
});
