import type { Canvas } from "./canvas.ts";

export type Scene = {
  name: string;
  /** What a person who cannot see it is told. */
  alt: string;
  draw: () => Canvas;
};
