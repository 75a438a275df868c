import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { networkSettings } from "#db/schema/costs.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { publishDue } from "#lib/shares/attempts/publishing/mutations.ts";
import { openShare } from "#lib/shares/mutations.ts";
import { publishShare } from "#lib/shares/schedule/mutations.ts";
import { makeConnection } from "./connect.ts";
import { makeActor, makeLiveStory, makeOrganization } from "./factories.ts";
import type { Control } from "./networks/control.ts";

export type Sharer = { actor: MemberActor; network: NetworkId; connectionId: string };

/** A member with an account on the simulated network, which the organization publishes to. */
export async function makeSharer(
  simulator: Control,
  network: NetworkId,
  { account = "alice", actor }: { account?: string; actor?: MemberActor } = {},
): Promise<Sharer> {
  const member = actor ?? (await makeActor((await makeOrganization()).id));
  const { organizationId } = member;
  await db
    .insert(networkSettings)
    .values({ organizationId, network, publishes: true, measures: false })
    .onConflictDoNothing();
  return { actor: member, network, connectionId: await makeConnection(simulator, member, network, account) };
}

/** A share that is due now. */
export async function makeDueShare(
  { actor, network }: Sharer,
  text = "Have a look at this.",
  story?: { id: string },
): Promise<string> {
  const { id: storyId } = story ?? (await makeLiveStory(actor));
  const { share } = await openShare(actor, { storyId, requestId: newId() });
  await publishShare(actor, { shareId: share.id, network, text, captionId: null });
  return share.id;
}

/** What a worker does when a job for the connection comes. */
export const workOn = ({ actor, connectionId, network }: Sharer): Promise<void> =>
  publishDue({ organizationId: actor.organizationId, connectionId, network });

export async function readShare(id: string) {
  const [share] = await db.select().from(shares).where(eq(shares.id, id));
  if (!share) throw new Error("there is no such share");
  return share;
}

export const readAttempts = (shareId: string) =>
  db
    .select()
    .from(publishAttempts)
    .where(eq(publishAttempts.shareId, shareId))
    .orderBy(asc(publishAttempts.number));

/** How often a network was asked to create a post. */
export async function countCreates(simulator: Control, network: "linkedin" | "x" | "bluesky" | "mastodon") {
  const paths = {
    linkedin: "/rest/posts",
    x: "/2/tweets",
    bluesky: "/xrpc/com.atproto.repo.",
    mastodon: "/api/v1/statuses",
  };
  const creates = (await simulator.requests(network)).filter(
    ({ method, path }) =>
      method === "POST" && path.startsWith(paths[network]) && !path.endsWith("uploadBlob"),
  );
  return creates.length;
}
