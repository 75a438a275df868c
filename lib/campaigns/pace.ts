/** What would come of a campaign if it went on as it has: an estimate, with the numbers it was made from. */
export type Pace = { expected: number; done: number; begun: number; total: number };

/** With less behind it, one busy morning would promise a great deal. */
const fewestDays = 3;

/** `done ÷ days begun × all days`; null while it is too early to say, or when nothing is left to come. */
export function paceOf(done: number, { begun, total }: { begun: number; total: number }): Pace | null {
  if (begun < fewestDays || begun >= total) return null;
  return { expected: Math.round((done / begun) * total), done, begun, total };
}

const whole = new Intl.NumberFormat("en-GB");

/** "87 ÷ 41 days × 76 days" */
export const sayFormula = ({ done, begun, total }: Pace): string =>
  `${whole.format(done)} ÷ ${begun} days × ${total} days`;
