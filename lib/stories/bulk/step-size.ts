/** So many stories are changed at once; the browser sends the next when these are done. */
export const stepSize = 25;
