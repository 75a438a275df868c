import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { newId } from "#db/columns.ts";
import { env } from "#lib/env.ts";
import { checkReadiness } from "#lib/health.ts";
import { makeActor, makeOrganization } from "#lib/test/factories.ts";
import { freePort } from "#lib/test/free-port.ts";
import { keepImage, uploadImage } from "./mutations.ts";
import { getImageBytes } from "./queries.ts";
import { readImage, removeImage, storeImage } from "./storage.ts";

const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: "#336699" } })
    .png()
    .toBuffer();

test("with a bucket, images are kept there under their organization and nowhere on disk", async () => {
  const { organizationId, ...curator } = await makeActor((await makeOrganization()).id, ["curator"]);
  const actor = { organizationId, ...curator };
  const bucket = await startBucket();

  const { id } = await uploadImage(actor, await picture());

  expect((await sharp(await getImageBytes(actor, id)).metadata()).format).toBe("webp");
  expect(await bucket.has(`org/${organizationId}/${id}.webp`)).toBe(true);
  env.S3_BUCKET = undefined;
  expect(await readImage(organizationId, id)).toBeNull();
  env.S3_BUCKET = "herald";
  await removeImage(organizationId, id);
  expect(await readImage(organizationId, id)).toBeNull();
});

test("what was on disk before there was a bucket is still read from there", async () => {
  const [organizationId, imageId] = [newId(), newId()];
  const folder = join(env.DATA_DIR, "media", organizationId);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${imageId}.webp`), "kept on disk");
  await startBucket();

  expect(await readImage(organizationId, imageId)).toEqual(Buffer.from("kept on disk"));
});

test("a bucket that does not answer keeps nothing and says so, and is whole again afterwards", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const [kept, bucket] = [newId(), await startBucket()];
  await storeImage(curator.organizationId, kept, Buffer.from("kept"));
  await bucket.stop();

  await expect(keepImage(curator, await picture(), "")).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("does not answer just now"),
  });
  await expect(readImage(curator.organizationId, kept)).rejects.toMatchObject({ code: "unavailable" });
  const readiness = await checkReadiness();
  expect(readiness.ready).toBe(true);
  expect(readiness.warnings).toEqual([expect.stringContaining("images: the bucket does not answer since")]);

  await bucket.start();
  expect(await readImage(curator.organizationId, kept)).toEqual(Buffer.from("kept"));
  expect((await checkReadiness()).warnings).toEqual([]);
});

async function startBucket() {
  const directory = mkdtempSync(join(tmpdir(), "herald-bucket-"));
  const port = await freePort();
  const options = {
    port,
    address: "127.0.0.1",
    silent: true,
    directory,
    configureBuckets: [{ name: "herald", configs: [] }],
  };
  let server = new S3rver(options);
  await server.run();
  const before = { ...env };
  Object.assign(env, {
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_BUCKET: "herald",
    S3_ACCESS_KEY_ID: "S3RVER",
    S3_SECRET_ACCESS_KEY: "S3RVER",
  });
  onTestFinished(async () => {
    Object.assign(env, before, { S3_ENDPOINT: undefined, S3_BUCKET: undefined });
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    stop: () => server.close(),
    start: async () => {
      server = new S3rver(options);
      await server.run();
    },
    has: async (key: string) => (await server.store.getObject("herald", key)) !== null,
  };
}
