import { expect, test } from "vitest";
import { nameOrigin } from "./origin-name.ts";

test.each([
  ["www.linkedin.com", "LinkedIn"],
  ["lnkd.in", "LinkedIn"],
  ["web.whatsapp.com", "WhatsApp"],
  ["com.whatsapp", "WhatsApp"],
  ["t.co", "X"],
  ["x.com", "X"],
  ["l.facebook.com", "Facebook"],
  ["mail.google.com", "Gmail"],
  ["www.google.com", "Google"],
  ["www.google.co.uk", "Google"],
  ["google.nl", "Google"],
  ["google.evil", "google.evil"],
  ["notlinkedin.com", "notlinkedin.com"],
  ["www.bakkerij-velden.nl", "bakkerij-velden.nl"],
  [null, "Direct or unknown"],
  ["", "Direct or unknown"],
])("the referrer %s is called %s", (host, name) => expect(nameOrigin("referrer", host)).toBe(name));

test.each([
  ["phone", "Phone"],
  ["desktop", "Desktop"],
  ["tablet", "Tablet"],
  ["other", "Other devices"],
  [null, "Unknown"],
])("the device %s is called %s", (device, name) => expect(nameOrigin("device", device)).toBe(name));

test.each([
  ["NL", "Netherlands"],
  ["GB", "United Kingdom"],
  ["XX", "Unknown"],
  ["T1", "Unknown"],
  ["QQ", "Unknown"],
  [null, "Unknown"],
])("the country %s is called %s", (code, name) => expect(nameOrigin("country", code)).toBe(name));
