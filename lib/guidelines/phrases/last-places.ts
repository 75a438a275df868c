import type { Place } from "../guideline.ts";

/** Where the last so many words stood, and whether each is of a script without spaces. */
export function lastPlaces(size: number) {
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const runs = new Uint8Array(size);
  let count = 0;
  return {
    add(start: number, end: number, isRun: boolean): void {
      const at = count % size;
      starts[at] = start;
      ends[at] = end;
      runs[at] = isRun ? 1 : 0;
      count += 1;
    },
    /** From the beginning of the first of the last `length` words to the end of the last one. */
    ofLast(length: number): Place & { beginsInRun: boolean; endsInRun: boolean } {
      const first = (count - length) % size;
      const last = (count - 1) % size;
      return {
        start: starts[first] ?? 0,
        end: ends[last] ?? 0,
        beginsInRun: runs[first] === 1,
        endsInRun: runs[last] === 1,
      };
    },
  };
}
