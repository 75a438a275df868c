import { expect, test } from "vitest";
import { readScopes } from "./scopes.ts";

const scopes = ["openid", "profile", "w_member_social", "email"];

test.each([
  { name: "commas", text: "openid,profile,w_member_social,email" },
  { name: "spaces", text: "openid profile w_member_social email" },
  { name: "both", text: "openid, profile, w_member_social, email" },
  { name: "encoded spaces", text: "openid%20profile%20w_member_social%20email" },
  { name: "encoded commas", text: "openid%2Cprofile%2Cw_member_social%2Cemail" },
  { name: "plus signs", text: "openid+profile+w_member_social+email" },
  { name: "a broken encoding", text: "openid profile w_member_social email %E0" },
])("scopes with $name between them are read", ({ text }) =>
  expect(readScopes(text)).toEqual(expect.arrayContaining(scopes)),
);

test("no scope is read from nothing", () => expect(readScopes(" ")).toEqual([]));
