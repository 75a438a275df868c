import { z } from "zod";

export const fileLimitBytes = 5_000_000;
export const mostRows = 5_000;
/** Rows that are written in one transaction. */
export const chunkRows = 200;

/** Why a file cannot be imported, as far as its size says; null when it can be tried. */
export function whyNotImport(sizeBytes: number): string | null {
  if (sizeBytes === 0) return "That file is empty.";
  return sizeBytes > fileLimitBytes ? "That file is larger than 5 MB. Split it into smaller ones." : null;
}

const file = z
  .instanceof(Blob, { message: "Choose a CSV file, or paste rows." })
  .superRefine(({ size }, context) => {
    const message = whyNotImport(size);
    if (message) context.addIssue({ code: "custom", message });
  });

export const checkImportInput = z.strictObject({ file, createTopics: z.boolean() });
export type CheckImportInput = z.output<typeof checkImportInput>;

export const importStoriesInput = z.strictObject({
  file,
  createTopics: z.boolean(),
  /** Made by the form once for an import, so that sending a part again makes nothing twice. */
  importId: z.uuidv7(),
  /** How many rows were gone through already. */
  from: z.int().min(0).max(mostRows),
});
export type ImportStoriesInput = z.output<typeof importStoriesInput>;

export const undoImportInput = z.strictObject({ importId: z.uuidv7() });

export type Remark = { column: string; sentence: string };

export type CheckedRow = {
  /** As a spreadsheet counts: the heading is row 1. */
  number: number;
  title: string;
  /** `made`: by an earlier part or try of the same import. */
  status: "ready" | "refused" | "duplicate" | "made";
  problems: Remark[];
};

export type ImportCheck = {
  rows: CheckedRow[];
  /** About the file as a whole. */
  remarks: string[];
  /** Topics that the rows name and that do not exist. */
  missingTopics: string[];
  mayCreateTopics: boolean;
};

export type ImportProgress = {
  made: number;
  /** Made by an earlier try of the same part. */
  already: number;
  refused: number;
  gone: number;
  total: number;
};
