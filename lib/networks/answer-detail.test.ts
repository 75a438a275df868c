import { expect, test } from "vitest";
import { answerDetail } from "./answer-detail.ts";

test.each([
  { name: "the token that went out", text: "token tok123 is bad", kept: "token … is bad" },
  {
    name: "a header that is repeated",
    text: "Authorization: Bearer a.b-c~d",
    kept: "Authorization: Bearer …",
  },
  {
    name: "tokens in JSON",
    text: '{"access_token":"aaa","refresh_token": "bbb","expires_in":7200}',
    kept: '{"access_token":"…","refresh_token": "…","expires_in":7200}',
  },
  {
    name: "a form",
    text: "grant_type=x&client_secret=s3&code=abc",
    kept: "grant_type=x&client_secret=…&code=…",
  },
  { name: "a code in JSON", text: '{"code":"AQTx-12"}', kept: '{"code":"…"}' },
])("$name is left out", ({ text, kept }) => expect(answerDetail(text, ["tok123", null])).toBe(kept));

test("the name of an error stays readable", () => {
  const text = '{"status":401,"serviceErrorCode":65601,"code":"REVOKED_ACCESS_TOKEN"}';
  expect(answerDetail(text)).toBe(text);
});

test("what a database cannot keep is left out", () => {
  expect(answerDetail('{"error":"a\0b \ud83d"}')).toBe('{"error":"ab \ufffd"}');
  expect(answerDetail("tok\u0000123", ["tok123"])).toBe("…");
});

test("it is cut to 2,000 characters, and nothing is null", () => {
  expect(answerDetail("x".repeat(9_000))).toHaveLength(2_000);
  expect(answerDetail(" \n")).toBeNull();
});
