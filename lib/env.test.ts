import { expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";

const secret = { AUTH_SECRET: "a secret for tests that is long enough" };

test.each([
  { source: { PORT: "many" }, named: "PORT" },
  { source: { PUBLIC_URL: "herald.example.com" }, named: "PUBLIC_URL" },
  { source: { DATABASE_URL: "mysql://db/herald" }, named: "DATABASE_URL" },
  { source: { AUTH_SECRET: "short" }, named: "AUTH_SECRET" },
  { source: { NODE_ENV: "production", AUTH_SECRET: "" }, named: "AUTH_SECRET" },
  { source: { OIDC_ISSUER: "https://id.acme.test" }, named: "OIDC_ISSUER" },
  { source: { S3_BUCKET: "herald" }, named: "S3_BUCKET" },
  { source: { S3_ENDPOINT: "http://127.0.0.1:9000" }, named: "S3_BUCKET" },
  { source: { HERALD_ROLE: "boss" }, named: "HERALD_ROLE" },
  { source: { COUNTRY_HEADER: "two words" }, named: "COUNTRY_HEADER" },
  { source: { FETCH_ALLOW_ORIGINS: "https://acme.test" }, named: "FETCH_ALLOW_ORIGINS" },
])("a bad $named stops the start by name", ({ source, named }) => {
  expect(() => parseEnv({ ...secret, ...source })).toThrow(new RegExp(`^${named}: `));
});

test.each([
  { source: {}, address: "http://127.0.0.1:3000" },
  { source: { HOST: "0.0.0.0", PORT: "8080" }, address: "http://127.0.0.1:8080" },
  { source: { PUBLIC_URL: "https://herald.acme.test/" }, address: "https://herald.acme.test" },
])("people reach it at $address", ({ source, address }) => {
  expect(parseEnv({ ...secret, ...source }).PUBLIC_URL).toBe(address);
});
