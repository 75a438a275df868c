/** The text of a file from a spreadsheet: by its byte order mark, else UTF-16 when it looks so, else UTF-8, else Windows-1252. */
export function decodeTable(bytes: Buffer): string {
  return new TextDecoder(charsetOf(bytes)).decode(bytes);
}

function charsetOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // A heading is Latin text: every other byte of it is nought in UTF-16.
  if (bytes[0] !== 0 && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] !== 0) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
