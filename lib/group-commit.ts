export type GroupCommit<Item> = {
  /** Settles with the write that the item went out in. */
  add: (item: Item) => Promise<void>;
  /** How many items no write has taken yet. */
  readonly waiting: number;
  /** Waits until nothing is left to write. */
  settle: () => Promise<void>;
};

type Waiter = { resolve: () => void; reject: (reason: unknown) => void };

/**
 * Lets many share one write: of all writes one runs at a time, and what arrives meanwhile goes out together in the next.
 * So a write that costs the same for one as for a hundred is paid once, and nobody waits longer than for two of them.
 */
export function groupCommit<Item>(
  write: (items: Item[]) => Promise<void>,
  { largest }: { largest: number },
): GroupCommit<Item> {
  const items: Item[] = [];
  const waiters: Waiter[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    // What else this turn of the event loop brings goes along.
    await new Promise(setImmediate);
    while (items.length > 0) {
      const group = items.splice(0, largest);
      const theirs = waiters.splice(0, largest);
      try {
        await write(group);
        for (const { resolve } of theirs) resolve();
      } catch (error) {
        for (const { reject } of theirs) reject(error);
      }
    }
    running = undefined;
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        items.push(item);
        waiters.push({ resolve, reject });
        running ??= run();
      }),
    get waiting() {
      return items.length;
    },
    settle: async () => running,
  };
}
