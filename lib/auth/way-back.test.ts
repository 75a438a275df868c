import { expect, test } from "vitest";
import { wayBack } from "./way-back.ts";

test.each([
  { path: "/", is: "/" },
  { path: "/desk?tab=draft&_rsc=1x2y", is: "/desk?tab=draft" },
  {
    path: "/suggest?url=https%3A%2F%2Facme.test%2F%3Fa%3D1&title=Rain",
    is: "/suggest?url=https%3A%2F%2Facme.test%2F%3Fa%3D1&title=Rain",
  },
  {
    path: `/suggest?url=https://acme.test/&note=${"a".repeat(4_000)}`,
    is: "/suggest?url=https%3A%2F%2Facme.test%2F",
  },
  { path: "//evil.test/x", is: "/" },
  { path: "https://evil.test/", is: "/" },
])("from $path one comes back to $is", ({ path, is }) => expect(wayBack(path)).toBe(is));
