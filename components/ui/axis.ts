export type Column = {
  /** Tells columns apart, whatever they are called. */
  key: string;
  /** What the column stands for, in full. */
  name: string;
  /** The same as short as an axis wants it. */
  mark: string;
  value: number;
};

/** What is counted: "click" and "clicks". */
export type Unit = { one: string; many: string };

/** Whole numbers from zero to the first one that `most` does not pass, in even steps of 1, 2 or 5 times a power of ten. */
export function axisTicks(most: number, intervals = 3): number[] {
  const rough = Math.max(most, 1) / intervals;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? 1);
  const count = Math.ceil(Math.max(most, 1) / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** As many as these have room beside each other. */
const few = 7;

/** Which of `count` places along an axis are named: each one of a few, else about five, evenly, back from the last. */
export function namedPlaces(count: number): number[] {
  const stride = count <= few ? 1 : Math.ceil(count / 5);
  return Array.from({ length: Math.ceil(count / stride) }, (_, back) => count - 1 - back * stride).reverse();
}

/** A text of so many letters in the middle of a column, and never past the chart's edge. */
export function atPlace(place: number, count: number, letters: number) {
  // A letter is on average a little narrower than a digit, which is what `ch` is.
  const half = `${letters * 0.43}ch`;
  return {
    left: `clamp(${half}, ${percent((place + 0.5) / count)}, 100% - ${half})`,
    transform: "translateX(-50%)",
  };
}

export const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;
