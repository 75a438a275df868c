import PDFDocument from "pdfkit";
import { z } from "zod";
import { type Face, faceNames, type Part, parts, readFont } from "./fonts.ts";
import { type Letters, toRuns } from "./runs.ts";

export type Paper = "A4" | "LETTER";

/** As on the page in light. */
export const inks = {
  ink: "#1f1b16",
  quiet: "#5b544c",
  line: "#d8d2c8",
  wash: "#f1ede6",
  measured: "#2b6653",
  reported: "#2c5a85",
  attested: "#7d5113",
  modelled: "#684c8d",
} as const;
export type Ink = keyof typeof inks;

type Style = {
  face?: Face;
  size?: number;
  ink?: Ink;
  x?: number;
  width?: number;
  align?: "left" | "right";
  lineGap?: number;
};

/** Paper, a place on it, and letters that are there for sure. */
export function makeSheet(paper: Paper, facts: { title: string; author: string; createdAt: Date }) {
  const { title, author, createdAt } = facts;
  const doc = new PDFDocument({
    size: paper,
    margins: { top: 60, bottom: 64, left: 56, right: 56 },
    bufferPages: true,
    lang: "en",
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      CreationDate: createdAt,
      ModDate: createdAt,
      Producer: "Herald",
      Creator: "Herald",
    },
  });
  for (const face of faceNames)
    for (const part of parts) doc.registerFont(fontName(face, part), readFont(face, part));
  const lettersOf = Object.fromEntries(faceNames.map((face) => [face, readLetters(doc, face)])) as Record<
    Face,
    Letters
  >;
  const left = doc.page.margins.left;
  const width = doc.page.width - left - doc.page.margins.right;
  let isWhole = true;

  /** Writes from the left edge, or at a place of its own, and goes on below. */
  const write = (text: string, style: Style = {}): void => {
    const { face = "sans", size = 10, ink = "ink", x = left, align = "left", lineGap = size * 0.35 } = style;
    const found = toRuns(text, lettersOf[face]);
    isWhole &&= found.isWhole;
    doc.fillColor(inks[ink]).fontSize(size);
    found.runs.forEach((run, index) => {
      const isLast = index === found.runs.length - 1;
      const options = { width: style.width ?? width, align, lineGap, continued: !isLast };
      doc.font(fontName(face, run.part));
      if (index === 0) doc.text(run.text, x, doc.y, options);
      else doc.text(run.text, options);
    });
    doc.x = left;
  };
  /** Begins a page unless so much fits on this one. */
  const keep = (height: number): void => {
    if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
  };
  const skip = (height: number): void => {
    doc.y += height;
  };
  const rule = (): void => {
    doc
      .moveTo(left, doc.y)
      .lineTo(left + width, doc.y)
      .lineWidth(0.6)
      .stroke(inks.line);
  };
  return { doc, left, width, write, keep, skip, rule, isAllSet: () => isWhole };
}

export type Sheet = ReturnType<typeof makeSheet>;

const fontName = (face: Face, part: Part): string => `${face} ${part}`;

// pdfkit does not say publicly which letters a font has; a letter that it lacks would become a box.
const opened = z.object({ _font: z.object({ font: z.object({ characterSet: z.array(z.int()) }) }) });

function readLetters(doc: PDFKit.PDFDocument, face: Face): Letters {
  const of = (part: Part) => new Set(opened.parse(doc.font(fontName(face, part)))._font.font.characterSet);
  return { latin: of("latin"), "latin-ext": of("latin-ext") };
}
