import { headers } from "next/headers";

/** Whom a rate limit is counted for: an IPv4 address, or the /64 that one IPv6 household or server has to itself. */
export async function clientIp(): Promise<string> {
  // server.ts sets this header after it has thrown away what the peer itself sent under the name.
  return limitedAddress((await headers()).get("x-herald-ip") ?? "");
}

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
