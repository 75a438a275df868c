import { expect, test } from "vitest";
import { type Landing, pathOf } from "./landing.ts";

const back = "/stories/1?share";

test.each<Pick<Landing, "result" | "returnTo"> & { path: string }>([
  { result: "connected", returnTo: back, path: back },
  { result: "kept", returnTo: back, path: back },
  { result: "kept", returnTo: "/shares/2", path: "/shares/2" },
  { result: "kept", returnTo: null, path: "/me/connections?result=kept&network=x&request=3" },
  {
    result: "connected",
    returnTo: "/me/connections",
    path: "/me/connections?result=connected&network=x&request=3",
  },
  { result: "other", returnTo: back, path: "/me/connections?result=other&network=x&request=3" },
  { result: "denied", returnTo: back, path: "/me/connections?result=denied&network=x&request=3" },
])("who comes back with $result to $returnTo goes on at $path", ({ path, ...landing }) =>
  expect(pathOf({ ...landing, network: "x", requestId: "3" })).toBe(path),
);
