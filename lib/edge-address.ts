import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * The address that a request came from. Behind `proxies` reverse proxies that is the entry so many from the right of
 * X-Forwarded-For: each proxy appends the peer it saw, and what stands further left is whatever the sender wrote.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const peer = plain(request.socket.remoteAddress ?? "");
  if (proxies === 0) return peer;
  const hops = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const entry = plain(hops.at(-proxies) ?? "");
  return isIP(entry) ? entry : peer;
}

/** Without the brackets and port that some proxies add, and an IPv4 address as itself and not mapped into IPv6. */
function plain(address: string): string {
  if (/^[\d.]+$/.test(address)) return address;
  const bare = address.trim().replace(/^\[(.+)\](:\d+)?$/, "$1");
  const host = /^\d+(\.\d+){3}:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(":")) : bare;
  return host.replace(/^::ffff:(?=\d+\.)/i, "");
}

/** Whom one address stands for: an IPv4 address, or the /64 that one IPv6 household or server has to itself. */
export function limitedAddress(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!ip.includes(":")) return ip || "unknown";
  return `${expandIpv6(ip).slice(0, 4).join(":")}::/64`;
}

function expandIpv6(ip: string): string[] {
  const [head = "", tail] = (ip.split("%")[0] ?? "").toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill("0"), ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
