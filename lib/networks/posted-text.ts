/** A member's words as they are sent anywhere: plain line breaks, no half characters, nothing that cannot be seen or typed. */
export const postedText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "")
    .toWellFormed();
