/** A member's words as they are sent anywhere: plain line breaks, no half characters, nothing that cannot be seen or typed. */
export const postedText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\t\n])\p{Cc}/gu, "")
    .toWellFormed();
