import { z } from "zod";
import { readJson } from "../ask-network.ts";

const shape = z.object({
  title: z.string().catch(""),
  detail: z.string().catch(""),
  type: z.string().catch(""),
  errors: z.array(z.object({ message: z.string().catch("") })).catch([]),
});

/** What X calls a problem. `type` is the last part of its address alone: the beginning has two spellings. */
export type XProblem = { type: string; title: string; words: string };

export function readProblem(answer: { text: string }): XProblem {
  const { data } = shape.safeParse(readJson(answer));
  if (!data) return { type: "", title: "", words: "" };
  const words = [data.title, data.detail, ...data.errors.map(({ message }) => message)];
  return { type: problemName(data.type), title: data.title, words: words.filter(Boolean).join(" ") };
}

export const problemName = (type: string): string => type.split("/").at(-1) ?? "";
