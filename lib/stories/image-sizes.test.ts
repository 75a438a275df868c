import { expect, test } from "vitest";
import { cutOf, imageSources } from "./image-sizes.ts";

test.each([
  {
    name: "a wide picture loses its sides",
    image: { width: 1600, height: 627 },
    focus: { x: 0.5, y: 0.5 },
    cut: { left: 200, top: 0, width: 1200, height: 627 },
  },
  {
    name: "on the left, only the right side",
    image: { width: 1600, height: 627 },
    focus: { x: 0, y: 0.5 },
    cut: { left: 0, top: 0, width: 1200, height: 627 },
  },
  {
    name: "a high picture loses its top, when what matters is below",
    image: { width: 1200, height: 1600 },
    focus: { x: 0.5, y: 1 },
    cut: { left: 0, top: 973, width: 1200, height: 627 },
  },
  {
    name: "a small one keeps the shape and is not enlarged",
    image: { width: 120, height: 120 },
    focus: { x: 0.5, y: 0.5 },
    cut: { left: 0, top: 29, width: 120, height: 63, out: { width: 120, height: 63 } },
  },
  {
    name: "a line of one pixel is still a picture",
    image: { width: 1, height: 4096 },
    focus: { x: 1, y: 1 },
    cut: { left: 0, top: 4095, width: 1, height: 1 },
  },
])("$name", ({ image, focus, cut }) => expect(cutOf(image, focus, "card")).toMatchObject(cut));

test("a browser may choose among every width that is narrower than the picture, and the picture", () => {
  expect(imageSources({ id: "a", width: 900 })).toBe(
    "/api/images/a?size=w320 320w, /api/images/a?size=w640 640w, /api/images/a 900w",
  );
  expect(imageSources({ id: "a", width: 100 })).toBe("/api/images/a 100w");
});
