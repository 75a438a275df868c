import sharp from "sharp";
import { expect, test } from "vitest";
import { encodePicture } from "./picture.ts";

const limits = { maxBytes: 200_000, alt: "Rain" };

/** Noise, which no encoder makes small. */
async function noise({ width = 800, height = 600, channels = 3 as 3 | 4 } = {}): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * channels);
  for (let at = 0, seed = 7; at < raw.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    raw[at] = seed >> 16;
  }
  return sharp(raw, { raw: { width, height, channels } }).webp({ quality: 90 }).toBuffer();
}

test("a photo becomes a JPEG under the limit, with its description", async () => {
  const picture = await encodePicture(await noise(), limits);
  expect(picture).toMatchObject({ contentType: "image/jpeg", alt: "Rain" });
  expect(picture?.bytes.length).toBeLessThanOrEqual(200_000);
  expect((await sharp(picture?.bytes).metadata()).format).toBe("jpeg");
});

test("what is see-through stays so when it is small enough, and becomes white when it is not", async () => {
  const logo = await sharp({ create: { width: 64, height: 64, channels: 4, background: "#f000" } })
    .webp()
    .toBuffer();
  expect(await encodePicture(logo, limits)).toMatchObject({ contentType: "image/png" });
  const big = await encodePicture(await noise({ channels: 4 }), limits);
  expect(big).toMatchObject({ contentType: "image/jpeg" });
});

test("a very long picture fits what networks take", async () => {
  const tall = await sharp({ create: { width: 800, height: 12_000, channels: 3, background: "#135" } })
    .webp()
    .toBuffer();
  const picture = await encodePicture(tall, limits);
  expect((await sharp(picture?.bytes).metadata()).height).toBe(4_096);
});

test("what is no image, or cannot be small enough, is none", async () => {
  expect(await encodePicture(Buffer.from("rain"), limits)).toBeNull();
  expect(await encodePicture(await noise(), { ...limits, maxBytes: 200 })).toBeNull();
});
