import { charsetIn, decoderFor, markOf } from "#lib/decode-page.ts";

/**
 * The text of a feed, by its byte order mark, else the header's charset, else what its XML declaration says, else UTF-8.
 * One that is not UTF-8 although it says so is read as what its declaration says, or as Windows writes in the West.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const declared = declaredIn(buffer);
  const label = markOf(buffer) ?? wideWithoutMark(buffer) ?? charsetIn(contentType) ?? declared ?? "utf-8";
  const text = isUtf8(label) ? decodeUtf8(buffer, declared) : decoderFor(label).decode(buffer);
  return text.replaceAll("\0", "");
}

function decodeUtf8(buffer: Buffer, declared: string | null): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
  } catch {
    const label = declared && !isUtf8(declared) ? declared : cutShort(buffer) ? "utf-8" : "windows-1252";
    return decoderFor(label).decode(buffer);
  }
}

/** Whether it is UTF-8 but for a letter or two: those become replacement marks, and the rest stays readable. */
function cutShort(buffer: Buffer): boolean {
  const text = new TextDecoder("utf-8").decode(buffer);
  const broken = text.split("\ufffd").length - 1;
  const beyondAscii = text.replace(/[\0-\x7f\ufffd]/g, "").length;
  return broken < beyondAscii;
}

function declaredIn(buffer: Buffer): string | null {
  const start = buffer.subarray(0, 300).toString("latin1");
  return (
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w:.-]+)["']/i.exec(
      start.replace(/^\u00ef\u00bb\u00bf/, ""),
    )?.[1] ?? null
  );
}

/** `<?` in two bytes a letter. */
function wideWithoutMark(buffer: Buffer): string | null {
  const start = buffer.subarray(0, 4).toString("hex");
  if (start === "003c003f") return "utf-16be";
  return start === "3c003f00" ? "utf-16le" : null;
}

const isUtf8 = (label: string): boolean => /^utf-?8$/i.test(label);
