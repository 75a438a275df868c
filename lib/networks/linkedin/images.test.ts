import { afterEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { isUploadAddress } from "./images.ts";

afterEach(() => {
  delete env.NETWORK_SIMULATOR;
});

test.each([
  { address: "https://www.linkedin.com/dms-uploads/abc?ca=x", isLinkedIn: true },
  { address: "https://api.linkedin.com/mediaUpload/x", isLinkedIn: true },
  { address: "http://www.linkedin.com/dms-uploads/abc", isLinkedIn: false },
  { address: "https://www.linkedin.com:8443/dms-uploads/abc", isLinkedIn: false },
  { address: "https://linkedin.com.evil.test/dms-uploads/abc", isLinkedIn: false },
  { address: "https://evil-linkedin.com/dms-uploads/abc", isLinkedIn: false },
  { address: "https://www.linkedin.com@evil.test/", isLinkedIn: false },
  { address: "https://ada:secret@www.linkedin.com/", isLinkedIn: false },
  { address: "http://169.254.169.254/", isLinkedIn: false },
  { address: "http://127.0.0.1:4000/dms-uploads/abc", isLinkedIn: false },
  { address: "nonsense", isLinkedIn: false },
])("bytes and a token go to $address: $isLinkedIn", ({ address, isLinkedIn }) =>
  expect(isUploadAddress(address)).toBe(isLinkedIn),
);

test("with the simulator they go there and nowhere else", () => {
  env.NETWORK_SIMULATOR = "http://127.0.0.1:4000";
  expect(isUploadAddress("http://127.0.0.1:4000/dms-uploads/abc")).toBe(true);
  expect(isUploadAddress("http://127.0.0.1:4001/dms-uploads/abc")).toBe(false);
  expect(isUploadAddress("https://www.linkedin.com/dms-uploads/abc")).toBe(false);
});
