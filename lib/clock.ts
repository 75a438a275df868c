/** The one source of time, so that a test can set it. */
export const clock = {
  now: (): Date => new Date(),
};
