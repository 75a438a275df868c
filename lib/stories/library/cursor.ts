type Cursor = { key: string; id: string };

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const shapes = {
  timestamptz: /^(-?infinity|\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([+-]\d{2}(:?\d{2})?|Z))$/,
  bigint: /^-?\d{1,18}$/,
  float8: /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i,
  text: /^[^\0]{0,400}$/u,
};

/** What a page begins beyond: the value that the table is sorted by, and the id that tells equals apart. */
export const writeCursor = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString("base64url");

/** Undefined for one that makes no sense, such as that of a table sorted otherwise: the first page is shown then. */
export function readCursor(text: string | undefined, type: keyof typeof shapes): Cursor | undefined {
  const read = parse(text ?? "");
  if (!Array.isArray(read)) return undefined;
  const [key, id]: unknown[] = read;
  if (typeof key !== "string" || typeof id !== "string") return undefined;
  return shapes[type].test(key) && uuid.test(id) ? { key: key.toWellFormed(), id } : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return null;
  }
}
