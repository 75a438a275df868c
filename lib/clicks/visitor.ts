import { createHmac } from "node:crypto";

/**
 * Who came, as far as we want to know: the same within a UTC day, and nobody once the day's salt is deleted.
 * @returns 128 bits, printed as a UUID
 */
export function hashVisitor(salt: Uint8Array, ip: string, userAgent: string): string {
  const hex = createHmac("sha256", salt).update(`${ip}\n${userAgent}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
