/** For how many days a link may hold. */
export const outsideDays = [3, 7, 14, 30] as const;
