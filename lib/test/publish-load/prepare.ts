import { connection, db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import { shares } from "#db/schema/shares.ts";
import { newCode } from "#lib/links/code.ts";
import type { Control } from "#lib/test/networks/control.ts";
import { makeActor, makeLiveStory, makeOrganization } from "../factories.ts";
import { makeSharer, type Sharer } from "../sharer.ts";

/** LinkedIn twice as often, as people have it. */
const order = ["linkedin", "x", "linkedin", "bluesky", "mastodon"] as const;
export type LoadNetwork = (typeof order)[number];
export type LoadAccount = { network: LoadNetwork; account: string };
export type LoadShare = { id: string; mark: string };
export type Load = { accounts: LoadAccount[]; shares: LoadShare[] };

/**
 * An organization whose members have connected accounts on the simulated networks, and shares of one story that are all due
 * at the same moment, as many for each. Each has a mark of its own in its words, by which it is found among the posts.
 */
export async function prepareLoad(
  simulator: Control,
  { accountCount, shareCount, dueInMs }: { accountCount: number; shareCount: number; dueInMs: number },
): Promise<Load> {
  await migrateDatabase(connection());
  const { id: organizationId } = await makeOrganization();
  const story = await makeLiveStory(await makeActor(organizationId, ["curator"]));
  const sharers: (Sharer & LoadAccount)[] = [];
  for (let count = 0; count < accountCount; count++) {
    const network = order[count % order.length] ?? "linkedin";
    const account = `member${count}`;
    await simulator.account({ provider: network, id: account });
    const sharer = await makeSharer(simulator, network, { account, actor: await makeActor(organizationId) });
    sharers.push({ ...sharer, network, account });
  }
  const made = await insertShares(sharers, story, shareCount, new Date(Date.now() + dueInMs));
  return { accounts: sharers.map(({ network, account }) => ({ network, account })), shares: made };
}

async function insertShares(
  sharers: Sharer[],
  story: { id: string },
  count: number,
  scheduledFor: Date,
): Promise<LoadShare[]> {
  const rows = Array.from({ length: count }, (_, index) => {
    const { actor, network, connectionId } = sharers[index % sharers.length] as Sharer;
    const { organizationId, memberId } = actor;
    const mark = `mark${String(index).padStart(6, "0")}end`;
    const keys = { organizationId, id: newId(), storyId: story.id, memberId, requestId: newId(), network };
    const time = { intendedAt: new Date(), handedOverAt: new Date(), scheduledFor, scheduledZone: "UTC" };
    const text = `Have a look at this. ${mark}`;
    return { mark, linkId: newId(), code: newCode(), share: { ...keys, ...time, connectionId, text } };
  });
  for (let start = 0; start < rows.length; start += 500) {
    const some = rows.slice(start, start + 500);
    const link = (row: (typeof some)[number]) => ({
      organizationId: row.share.organizationId,
      code: row.code,
    });
    await db
      .insert(shares)
      .values(some.map(({ share }) => ({ ...share, state: "scheduled" as const, similarity: 1 })));
    await db.insert(links).values(
      some.map((row) => ({
        ...link(row),
        id: row.linkId,
        shareId: row.share.id,
        targetUrl: "https://acme.test/news",
      })),
    );
    await db.insert(linkCodes).values(some.map((row) => ({ ...link(row), linkId: row.linkId })));
  }
  return rows.map(({ share, mark }) => ({ id: share.id, mark }));
}
