import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where installed packages are; said at run time, so that no bundler goes looking. */
const packages = () => join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "@fontsource");

const faces = {
  serif: ["newsreader", "newsreader", "500"],
  text: ["newsreader", "newsreader", "400"],
  sans: ["instrument-sans", "instrument-sans", "400"],
  bold: ["instrument-sans", "instrument-sans", "600"],
} as const;

export type Face = keyof typeof faces;
export type Part = "latin" | "latin-ext";
export const faceNames = Object.keys(faces) as Face[];
export const parts: readonly Part[] = ["latin", "latin-ext"];

/** A face comes in two files, each with letters that the other lacks. */
export function readFont(face: Face, part: Part): Buffer {
  const [folder, name, weight] = faces[face];
  return readFileSync(join(packages(), folder, "files", `${name}-${part}-${weight}-normal.woff`));
}
