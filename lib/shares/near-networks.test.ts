import { expect, test } from "vitest";
import type { NetworkId } from "#lib/networks/network.ts";
import { chooseNear } from "./near-networks.ts";

test.each<{ name: string; connected: NetworkId[]; used: NetworkId[]; first: NetworkId; near: NetworkId[] }>([
  {
    name: "somebody new has the usual ones",
    connected: [],
    used: [],
    first: "linkedin",
    near: ["linkedin", "x", "bluesky", "mastodon"],
  },
  {
    name: "a habit comes first",
    connected: [],
    used: ["whatsapp", "linkedin"],
    first: "whatsapp",
    near: ["linkedin", "x", "bluesky", "whatsapp"],
  },
  {
    name: "a connected account comes before a habit",
    connected: ["mastodon"],
    used: ["elsewhere", "email", "threads", "linkedin"],
    first: "mastodon",
    near: ["mastodon", "threads", "email", "elsewhere"],
  },
  {
    name: "of several accounts the one that is used most",
    connected: ["linkedin", "bluesky"],
    used: ["bluesky"],
    first: "bluesky",
    near: ["linkedin", "x", "bluesky", "mastodon"],
  },
])("$name", ({ connected, used, first, near }) => {
  expect(chooseNear(connected, used)).toMatchObject({ first, near });
});

test("only what the story was approved for is offered, whatever the habit", () => {
  expect(chooseNear(["mastodon"], ["mastodon", "whatsapp"], ["linkedin", "whatsapp"])).toEqual({
    allowed: ["linkedin", "whatsapp"],
    first: "whatsapp",
    near: ["linkedin", "whatsapp"],
  });
});
