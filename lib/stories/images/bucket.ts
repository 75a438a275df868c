import type { S3Client } from "@aws-sdk/client-s3";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

const answerMs = 10_000;

/** What an image is called in the bucket. */
const keyOf = (organizationId: string, imageId: string): string => `org/${organizationId}/${imageId}.webp`;

export const hasBucket = (): boolean => env.S3_BUCKET !== undefined;

/** Throws `unavailable` when the bucket does not take it. */
export async function putObject(organizationId: string, imageId: string, bytes: Buffer): Promise<void> {
  await ask("put", async (s3, { PutObjectCommand }, abortSignal) => {
    const place = { Bucket: env.S3_BUCKET, Key: keyOf(organizationId, imageId) };
    await s3.send(new PutObjectCommand({ ...place, Body: bytes, ContentType: "image/webp" }), {
      abortSignal,
    });
  });
}

/** Null when the bucket has no such object. Throws `unavailable` when it does not answer. */
export async function getObject(organizationId: string, imageId: string): Promise<Buffer | null> {
  return ask("get", async (s3, { GetObjectCommand, NoSuchKey }, abortSignal) => {
    try {
      const place = { Bucket: env.S3_BUCKET, Key: keyOf(organizationId, imageId) };
      const { Body } = await s3.send(new GetObjectCommand(place), { abortSignal });
      return Body ? Buffer.from(await Body.transformToByteArray()) : null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  });
}

export async function deleteObject(organizationId: string, imageId: string): Promise<void> {
  await ask("delete", async (s3, { DeleteObjectCommand }, abortSignal) => {
    const place = { Bucket: env.S3_BUCKET, Key: keyOf(organizationId, imageId) };
    await s3.send(new DeleteObjectCommand(place), { abortSignal });
  });
}

type Sdk = typeof import("@aws-sdk/client-s3");
type Shared = { client?: { s3: S3Client; of: string }; failingSince?: Date | undefined };

// server.ts, which answers /readyz, and Next's bundles are different module graphs in one process.
const globals = globalThis as typeof globalThis & { heraldBucket?: Shared };
const shared = (): Shared => (globals.heraldBucket ??= {});

/** Since when the bucket has not answered as it should; null while it does, or was never asked. */
export const bucketFailingSince = (): Date | null => shared().failingSince ?? null;

async function ask<Value>(
  what: string,
  send: (s3: S3Client, sdk: Sdk, signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  // Large, and needed by nobody who keeps images on disk.
  const sdk = await import("@aws-sdk/client-s3");
  try {
    const value = await send(clientOf(sdk), sdk, AbortSignal.timeout(answerMs));
    shared().failingSince = undefined;
    return value;
  } catch (error) {
    shared().failingSince ??= clock.now();
    log.warn({ err: error, what }, "the bucket for images did not answer as it should");
    throw new DomainError(
      "unavailable",
      "The place where images are kept does not answer just now. Nothing else is lost; try again in a few minutes.",
    );
  }
}

function clientOf({ S3Client }: Sdk): S3Client {
  const of = JSON.stringify([env.S3_ENDPOINT, env.S3_REGION, env.S3_ACCESS_KEY_ID]);
  const known = shared().client;
  if (known?.of === of) return known.s3;
  const s3 = new S3Client({
    region: env.S3_REGION,
    ...(env.S3_ENDPOINT && { endpoint: env.S3_ENDPOINT }),
    forcePathStyle: env.S3_FORCE_PATH_STYLE,
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID ?? "", secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "" },
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: answerMs },
    // Not every S3-compatible store knows the checksums that the SDK adds by itself.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  shared().client = { s3, of };
  return s3;
}
