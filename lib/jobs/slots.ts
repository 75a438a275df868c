export type Slots = {
  /** Begins `work`, which never rejects, as soon as there is room for it. */
  begin: (work: () => Promise<void>) => Promise<void>;
  /** When all that was begun has ended. */
  settled: () => Promise<unknown>;
};

/** Room for so many pieces of work at once. */
export function makeSlots(most: number): Slots {
  const inHand = new Set<Promise<void>>();
  return {
    begin: async (work) => {
      while (inHand.size >= most) await Promise.race(inHand);
      const begun = work().finally(() => inHand.delete(begun));
      inHand.add(begun);
    },
    settled: () => Promise.all(inHand),
  };
}
