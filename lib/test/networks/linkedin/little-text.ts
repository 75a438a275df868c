const reserved = "|{}@[]()<>#\\*_~";

const hashtagTemplate = /^\{hashtag\|\\?[#＃]\|((?:\\[|{}@[\]()<>#\\*_~]|[^|{}@[\]()<>#\\*_~\s])+)\}/;
const mention =
  /^@\[((?:\\[|{}@[\]()<>#\\*_~]|[^|{}@[\]()<>#\\*_~])+)\]\(urn:li:(?:person|organization):[\w-]+\)/;
const hashtag = /^#((?:\\_|[\p{L}\p{N}])+)/u;

/**
 * What readers see of LinkedIn's `little` text. It ends at the first reserved character that stands neither behind a
 * backslash nor for an element; `whole` is what they would have seen.
 */
export function readLittleText(source: string): { shown: string; whole: string } {
  let whole = "";
  let cutAt: number | null = null;
  for (let at = 0; at < source.length; ) {
    const { text, length, isStray } = readPiece(source.slice(at));
    if (isStray) cutAt ??= whole.length;
    whole += text;
    at += length;
  }
  return { shown: whole.slice(0, cutAt ?? whole.length), whole };
}

function readPiece(rest: string): { text: string; length: number; isStray?: boolean } {
  const next = rest[1] ?? " ";
  const tag = hashtagTemplate.exec(rest) ?? hashtag.exec(rest);
  if (tag?.[1]) return { text: `#${bare(tag[1])}`, length: tag[0].length };
  const named = mention.exec(rest);
  if (named?.[1]) return { text: bare(named[1]), length: named[0].length };
  if (rest[0] === "\\" && reserved.includes(next)) return { text: next, length: 2 };
  return { text: rest[0] ?? "", length: 1, isStray: reserved.includes(rest[0] ?? " ") };
}

const bare = (text: string): string => text.replace(/\\(.)/g, "$1");
