import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { images } from "#db/schema/images.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeStory,
  requireYes,
} from "#lib/test/factories.ts";
import { encodeImage } from "./encode.ts";
import { keepImage, uploadImage } from "./mutations.ts";
import { getImage, getImageBytes } from "./queries.ts";
import { uploadLimitBytes, uploadsPerDay, whyNotUpload } from "./schemas.ts";

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: "#336699" } });

test.each(["jpeg", "png", "webp", "gif"] as const)("a %s becomes a WebP", async (format) => {
  const encoded = await encodeImage(await picture().toFormat(format).toBuffer());

  expect(encoded).toMatchObject({ width: 40, height: 20 });
  expect(await sharp(encoded.bytes).metadata()).toMatchObject({ format: "webp" });
});

test("a wide image is made 1,600 pixels wide and loses its metadata", async () => {
  const bytes = await picture(3_200, 800)
    .withExif({ IFD0: { Artist: "Ada" } })
    .jpeg()
    .toBuffer();

  const encoded = await encodeImage(bytes);

  expect(encoded).toMatchObject({ width: 1_600, height: 400 });
  expect((await sharp(encoded.bytes).metadata()).exif).toBeUndefined();
});

test("of an animation the first frame is kept", async () => {
  const frames = await Promise.all(
    ["#f00", "#00f"].map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();

  const encoded = await encodeImage(gif);

  expect((await sharp(encoded.bytes).metadata()).pages ?? 1).toBe(1);
  expect(encoded.height).toBe(8);
});

test.each([
  { name: "an SVG", bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>') },
  { name: "a page", bytes: Buffer.from("<html>") },
  { name: "a PDF", bytes: Buffer.from("%PDF-1.7") },
  { name: "an AVIF", bytes: Buffer.from("0000001c66747970617669660000000061766966", "hex") },
  { name: "half a PNG", bytes: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") },
  { name: "nothing", bytes: Buffer.alloc(0) },
])("$name is no image, whatever its name says", async ({ bytes }) => {
  await expect(encodeImage(bytes)).rejects.toMatchObject({ code: "invalid" });
});

test("an image of more than 50 million pixels is refused before it is unpacked", async () => {
  const bytes = await picture(8_000, 7_000).png({ compressionLevel: 1 }).toBuffer();

  await expect(encodeImage(bytes)).rejects.toMatchObject({
    message: expect.stringContaining("too many pixels"),
  });
});

test("a file over 10 MB, or an empty one, is refused with a sentence", () => {
  expect(whyNotUpload(uploadLimitBytes)).toBeNull();
  expect(whyNotUpload(uploadLimitBytes + 1)).toBe("That image is larger than 10 MB. Choose a smaller one.");
  expect(whyNotUpload(0)).toBe("That file is empty.");
});

test("a photograph from a phone stands upright and tells nobody where it was taken", async () => {
  const bytes = await picture(60, 20)
    .withExif({ IFD0: { Artist: "Ada" }, IFD3: { GPSLatitude: "52/1 31/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

  const encoded = await encodeImage(bytes);

  expect(encoded).toMatchObject({ width: 20, height: 60 });
  const { exif, orientation, icc, xmp } = await sharp(encoded.bytes).metadata();
  expect([exif, orientation, icc, xmp]).toEqual([undefined, undefined, undefined, undefined]);
});

test("twenty uploads at once all arrive, worked on two at a time", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const bytes = await picture(3_000, 2_000).jpeg().toBuffer();

  const kept = await Promise.all(Array.from({ length: 20 }, () => uploadImage(curator, bytes)));

  expect(new Set(kept.map((image) => image.id)).size).toBe(20);
});

test("a person uploads so many images in a day, and their colleague may go on", async () => {
  const { id: organizationId } = await makeOrganization();
  const [curator, colleague] = [
    await makeActor(organizationId, ["curator"]),
    await makeActor(organizationId, ["curator"]),
  ];
  const bytes = await picture().png().toBuffer();
  const upload = { organizationId, memberId: curator.memberId, action: "image.upload", subjectId: newId() };
  const earlier = Array.from({ length: uploadsPerDay - 1 }, () => ({ ...upload, happenedAt: clock.now() }));
  await db.insert(auditEvents).values(earlier);

  await uploadImage(curator, bytes);

  await expect(uploadImage(curator, bytes)).rejects.toMatchObject({
    code: "limit_reached",
    message: expect.stringContaining("300 images in the last 24 hours"),
  });
  expect(await uploadImage(colleague, bytes)).toMatchObject({ width: 40 });
});

test("a crop follows the focal point, and the whole picture does not mind it", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const blue = await picture(300, 600).png().toBuffer();
  const leftIsRed = await sharp({ create: { width: 600, height: 600, channels: 3, background: "#f00" } })
    .composite([{ input: blue, left: 300, top: 0 }])
    .png()
    .toBuffer();
  const { id } = await keepImage(curator, leftIsRed, "");
  const redOf = async (size: "portrait" | "w320") => {
    const { channels } = await sharp(await getImageBytes(curator, id, size)).stats();
    return channels[0]?.mean ?? 0;
  };
  const focusOn = (focalX: number) => db.update(images).set({ focalX }).where(eq(images.id, id));

  await focusOn(0);
  const left = await redOf("portrait");
  await focusOn(1);
  const right = await redOf("portrait");

  expect(left).toBeGreaterThan(right + 40);
  const { version } = await getImage(curator, id, "w320");
  await focusOn(0.5);
  expect((await getImage(curator, id, "w320")).version).toBe(version);
  expect(await sharp(await getImageBytes(curator, id, "w320")).metadata()).toMatchObject({ width: 320 });
  expect(await sharp(await getImageBytes(curator, id, "portrait")).metadata()).toMatchObject({
    width: 480,
    height: 600,
  });
});

test("an image that no story took is removed after a day", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const bytes = await picture().png().toBuffer();
  const [unused, used] = [await keepImage(curator, bytes, ""), await keepImage(curator, bytes, "")];
  await makeStory(curator, { imageId: used.id });
  await db
    .update(images)
    .set({ createdAt: new Date("2020-01-01") })
    .where(eq(images.organizationId, curator.organizationId));

  await keepImage(curator, bytes, "");

  await expect(getImageBytes(curator, unused.id)).rejects.toMatchObject({ code: "not_found" });
  expect(await getImageBytes(curator, used.id)).toBeInstanceOf(Buffer);
});

test("an employee sees the images of live stories meant for them, of their own ideas and of their previews", async () => {
  const { id: organizationId } = await makeOrganization();
  const curator = await makeActor(organizationId, ["curator"]);
  const employee = await makeActor(organizationId, ["employee"]);
  const bytes = await picture().png().toBuffer();
  const makeImage = async () => (await keepImage(curator, bytes, "")).id;
  const [live, idea, preview] = [await makeImage(), await makeImage(), await makeImage()];
  const [draft, teams, expired] = [await makeImage(), await makeImage(), await makeImage()];
  await makeLiveStory(curator, { imageId: live });
  await makeStory(curator, { imageId: idea, state: "in_review", suggestedById: employee.memberId });
  await makeStory(curator, { imageId: draft });
  await makeLiveStory(curator, { imageId: teams, audience: "teams" });
  await makeLiveStory(curator, { imageId: expired, publishAt: new Date(0), expiresAt: new Date(1) });

  for (const id of [live, idea, preview]) expect(await getImageBytes(employee, id)).toBeInstanceOf(Buffer);
  for (const id of [draft, teams, expired]) {
    expect(await getImageBytes(curator, id)).toBeInstanceOf(Buffer);
    await expect(getImageBytes(employee, id)).rejects.toMatchObject({ code: "not_found" });
  }
});

test("an approver of a topic sees the image of its stories from when they are handed in", async () => {
  const { id: organizationId } = await makeOrganization();
  const curator = await makeActor(organizationId, ["curator"]);
  const [lawyer, colleague] = [await makeActor(organizationId), await makeActor(organizationId)];
  const bytes = await picture().png().toBuffer();
  const [handedIn, draft] = [await keepImage(curator, bytes, ""), await keepImage(curator, bytes, "")];
  await requireYes(await makeStory(curator, { imageId: handedIn.id, state: "in_review" }), lawyer);
  await requireYes(await makeStory(curator, { imageId: draft.id }), lawyer);

  expect(await getImageBytes(lawyer, handedIn.id)).toBeInstanceOf(Buffer);
  for (const [actor, { id }] of [
    [lawyer, draft],
    [colleague, handedIn],
  ] as const)
    await expect(getImageBytes(actor, id)).rejects.toMatchObject({ code: "not_found" });
});

test("another organization's actor finds no image", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const { id } = await keepImage(curator, await picture().png().toBuffer(), "");

  await expect(getImageBytes(await makeForeignActor(), id)).rejects.toMatchObject({ code: "not_found" });
});

test("employees and managers upload no images", async () => {
  const employee = await makeActor((await makeOrganization()).id, ["employee", "manager"]);
  const bytes = await picture().png().toBuffer();

  await expect(uploadImage(employee, bytes)).rejects.toMatchObject({ code: "forbidden" });
});
