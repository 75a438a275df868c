import { expect, test } from "vitest";
import { limitedAddress } from "#lib/edge-address.ts";

test.each([
  { ip: "203.0.113.7", limited: "203.0.113.7" },
  { ip: "::ffff:203.0.113.7", limited: "203.0.113.7" },
  { ip: "2001:db8:1:2:aaaa::1", limited: "2001:db8:1:2::/64" },
  { ip: "2001:0db8:0001:0002:bbbb:cccc:dddd:eeee", limited: "2001:db8:1:2::/64" },
  { ip: "2001:db8::1", limited: "2001:db8:0:0::/64" },
  { ip: "::1", limited: "0:0:0:0::/64" },
  { ip: "", limited: "unknown" },
])("$ip counts as $limited", ({ ip, limited }) => expect(limitedAddress(ip)).toBe(limited));
