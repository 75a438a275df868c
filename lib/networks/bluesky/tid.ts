import { randomInt } from "node:crypto";

const letters = "234567abcdefghijklmnopqrstuvwxyz";

/** A record's key: 53 bits of microseconds and 10 of chance, in an order that is the time's. https://atproto.com/specs/tid */
export function newTid(now: Date): string {
  const microseconds = BigInt(now.getTime()) * 1000n + BigInt(randomInt(1000));
  let bits = (microseconds << 10n) | BigInt(randomInt(1024));
  let tid = "";
  for (let place = 0; place < 13; place++) {
    tid = (letters[Number(bits & 31n)] ?? "2") + tid;
    bits >>= 5n;
  }
  return tid;
}
