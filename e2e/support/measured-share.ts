import { and, eq } from "drizzle-orm";
import { closeDatabase, db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { memberActor, systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { measureEngagement } from "#lib/engagement/mutations.ts";
import { env } from "#lib/env.ts";
import { makeConnection } from "#lib/test/connect.ts";
import { controlOf } from "#lib/test/networks/control.ts";
import { makePublishedShare } from "#lib/test/publish.ts";

/**
 * Run before a server has the folder: the demo's employee published to the simulated Mastodon three hours ago, and Herald has
 * asked since. Prints the share's id.
 */
const simulator = controlOf(env.NETWORK_SIMULATOR ?? "");
const [row] = await db
  .select()
  .from(members)
  .where(and(eq(members.email, "employee@acme.test")));
if (!row) throw new Error("the demo has no employee");
const employee = memberActor(row);
const measure = () => measureEngagement(systemActor(row.organizationId, "measure"));

const present = clock.now();
const hoursAgo = (hours: number) => () => new Date(present.getTime() - hours * 3_600_000);

clock.now = hoursAgo(3);
await simulator.account({ provider: "mastodon", id: "alice", followers: 812 });
const connectionId = await makeConnection(simulator, employee, "mastodon");
const share = await makePublishedShare(employee, "mastodon", connectionId);
await measure();
clock.now = hoursAgo(0.4);
await simulator.post({ provider: "mastodon", id: share.externalId, likes: 7, comments: 0, reposts: 2 });
await measure();
await closeDatabase();
process.stdout.write(share.id);
