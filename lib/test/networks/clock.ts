/** Every window and expiry of the simulator is measured with this clock. */
export type ClockState = { frozenAt: number | null; offset: number };

export const freshClock = (): ClockState => ({ frozenAt: null, offset: 0 });

export const readClock = ({ frozenAt, offset }: ClockState, real: () => number): number =>
  frozenAt ?? real() + offset;

/** From now on it is `now`, and stays so until it is set or advanced again. */
export function setClock(clock: ClockState, now: number): void {
  clock.frozenAt = now;
}

/** A clock that was set stays still; one that was not goes on from there. */
export function advanceClock(clock: ClockState, milliseconds: number): void {
  if (clock.frozenAt === null) clock.offset += milliseconds;
  else clock.frozenAt += milliseconds;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
