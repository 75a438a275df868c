/** Holds what was made on demand, up to so many bytes: what was used longest ago goes first. Who asks meanwhile waits for the same. */
export function keptBytes(mostBytes: number) {
  const made = new Map<string, Promise<Buffer>>();
  const sizes = new Map<string, number>();
  let total = 0;

  const forget = (key: string) => {
    total -= sizes.get(key) ?? 0;
    sizes.delete(key);
    made.delete(key);
  };
  const weigh = (key: string, { length }: Buffer) => {
    if (!made.has(key)) return;
    sizes.set(key, length);
    total += length;
    for (const oldest of sizes.keys()) {
      if (total <= mostBytes) return;
      forget(oldest);
    }
  };

  return async function get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = made.get(key);
    if (known) {
      const size = sizes.get(key);
      if (size !== undefined) {
        sizes.delete(key);
        sizes.set(key, size);
      }
      return known;
    }
    const making = make();
    made.set(key, making);
    making.then(
      (bytes) => weigh(key, bytes),
      () => forget(key),
    );
    return making;
  };
}
