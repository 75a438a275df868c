import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { connections } from "#db/schema/connections.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { withAccess } from "#lib/connections/access/mutations.ts";
import { startWatch } from "#lib/engagement/watches/mutations.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { makeLiveStory, makeShare } from "./factories.ts";

/** A share of the member's that stands on the network, with its attempt, and is watched from now on. */
export async function makePublishedShare(member: MemberActor, network: NetworkId, connectionId: string) {
  const adapter = adapterOf(network);
  if (!adapter) throw new Error(`nothing publishes to ${network}`);
  const { publisher } = adapter;
  const id = newId();
  const now = clock.now();
  const post = {
    ...{ text: `Worth reading: ${id}`, url: "https://herald.test/s/a1B2c3D4e5F", language: "en" },
    ...{ card: { title: "A factory", description: "" }, image: null, createdAt: now.toISOString() },
  };
  const answer = await withAccess(member, connectionId, async (access) => {
    const prepared = await publisher.prepare(access, post, null);
    if (prepared.kind !== "ready") throw new Error(`not ready to publish: ${prepared.kind}`);
    return publisher.create(access, prepared.request);
  });
  if (!("outcome" in answer) || answer.outcome.kind !== "published")
    throw new Error(`not published: ${JSON.stringify(answer)}`);
  const { externalId, url } = answer.outcome;

  const story = await makeLiveStory(member);
  const published = { state: "published", publishedAt: now, confirmedAt: now } as const;
  const share = await makeShare(member, story, { network, connectionId, postUrl: url, ...published });
  const [account] = await db.select().from(connections).where(eq(connections.id, connectionId));
  await db.insert(publishAttempts).values({
    ...{ organizationId: member.organizationId, shareId: share.id, number: 1, network, connectionId },
    ...{ subject: account?.subject ?? "", origin: account?.origin ?? "", post, externalId, url },
    state: "published",
  });
  await db.transaction((tx) =>
    startWatch(tx, member, { shareId: share.id, network, connectionId, externalId, publishedAt: now }),
  );
  return { ...share, externalId };
}
