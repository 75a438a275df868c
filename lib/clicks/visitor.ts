import { createHmac } from "node:crypto";

/** Who came, as far as we want to know: the same within a UTC day, and nobody once the day's salt is deleted. */
export function hashVisitor(salt: Uint8Array, ip: string, userAgent: string): string {
  return createHmac("sha256", salt).update(`${ip}\n${userAgent}`).digest("hex");
}
