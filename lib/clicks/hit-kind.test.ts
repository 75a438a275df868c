import { expect, test } from "vitest";
import { hitKind } from "./hit-kind.ts";

const person = { nature: "person" } as const;
const machine = { nature: "machine" } as const;

test.each([
  { name: "a browser", method: "GET", headers: {}, agent: person, kind: "human" },
  { name: "a machine", method: "GET", headers: {}, agent: machine, kind: "bot" },
  {
    name: "a preview fetcher",
    method: "GET",
    headers: {},
    agent: { nature: "preview" } as const,
    kind: "bot",
  },
  { name: "HEAD", method: "HEAD", headers: {}, agent: person, kind: "prefetch" },
  { name: "a machine's HEAD", method: "HEAD", headers: {}, agent: machine, kind: "bot" },
  { name: "Purpose", method: "GET", headers: { purpose: "prefetch" }, agent: person, kind: "prefetch" },
  {
    name: "Sec-Purpose",
    method: "GET",
    headers: { "sec-purpose": "prefetch;prerender" },
    agent: person,
    kind: "prefetch",
  },
  {
    name: "Sec-Purpose that says something else",
    method: "GET",
    headers: { "sec-purpose": "navigate" },
    agent: person,
    kind: "human",
  },
  { name: "X-Moz", method: "GET", headers: { "x-moz": "prefetch" }, agent: person, kind: "prefetch" },
  { name: "X-Purpose", method: "GET", headers: { "x-purpose": "Preview" }, agent: person, kind: "prefetch" },
])("$name is a $kind", ({ method, headers, agent, kind }) =>
  expect(hitKind(method, headers, agent)).toBe(kind),
);
