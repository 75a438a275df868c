const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Letters as people see them: a family of four is one. */
export const countGraphemes = (text: string): number => [...graphemes.segment(text)].length;
