import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { networkBlocks } from "#db/schema/attempts.ts";
import { clock } from "#lib/clock.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { retryBlock } from "./mutations.ts";
import { sayBlock } from "./sentences.ts";

async function makeBlock() {
  const organizationId = (await makeOrganization()).id;
  const tomorrow = new Date(clock.now().getTime() + 86_400_000);
  const block = {
    network: "x",
    reason: "credits",
    settings: "",
    blockedAt: clock.now(),
    retryAt: tomorrow,
  } as const;
  await db.insert(networkBlocks).values({ organizationId, ...block });
  const isDue = async () => {
    const [row] = await db
      .select()
      .from(networkBlocks)
      .where(eq(networkBlocks.organizationId, organizationId));
    return row !== undefined && row.retryAt <= clock.now();
  };
  return { organizationId, isDue };
}

test("an admin has a blocked network tried at once", async () => {
  const { organizationId, isDue } = await makeBlock();
  await retryBlock(await makeActor(organizationId, ["admin"]), { network: "x" });
  expect(await isDue()).toBe(true);
});

test("another organization's block is not there, and a curator may not", async () => {
  const { organizationId, isDue } = await makeBlock();
  await expect(retryBlock(await makeForeignActor(), { network: "x" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(
    retryBlock(await makeActor(organizationId, ["curator"]), { network: "x" }),
  ).rejects.toMatchObject({ code: "forbidden" });
  expect(await isDue()).toBe(false);
});

test.each(["version", "credits", "product", "credentials", "something new"])(
  "why it is blocked is a sentence with the network's name: %s",
  (reason) => expect(sayBlock("linkedin", reason)).toMatch(/^LinkedIn .+\.$/),
);
