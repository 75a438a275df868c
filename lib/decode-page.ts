/** The text of a page, by its byte order mark, else the header's charset, else the one it names itself, else UTF-8. */
export function decodePage(bytes: Buffer, contentType: string): string {
  const label = markOf(bytes) ?? charsetIn(contentType) ?? namedByPage(bytes) ?? "utf-8";
  return decoderFor(label).decode(bytes);
}

export function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return null;
}

export function charsetIn(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(text)?.[1] ?? null;
}

/** As browsers do: within the first 1,024 bytes. A page that says UTF-16 there, readably, must be UTF-8. */
function namedByPage(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 1_024).toString("latin1");
  const named = charsetIn(/<meta[^>]+charset[^>]*>/i.exec(start)?.[0] ?? "");
  return named && /^utf-16/i.test(named) ? "utf-8" : named;
}

export function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("utf-8");
  }
}
