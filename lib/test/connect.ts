import { newId } from "#db/columns.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { beginConsent, finishConsent } from "#lib/connections/consent/mutations.ts";
import type { Landing } from "#lib/connections/landing.ts";
import { connectWithPassword } from "#lib/connections/passwords/mutations.ts";
import { listConnections } from "#lib/connections/queries.ts";
import { connectInput } from "#lib/connections/schemas.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { Control } from "#lib/test/networks/control.ts";

type Consent = { account?: string; decision?: "approve" | "deny_login" | "deny_consent" };

/** Goes to the network's consent page as a browser would, lets `account` decide there, and follows it back. */
export async function goThroughConsent(
  simulator: Control,
  actor: MemberActor,
  network: NetworkId,
  { account = "alice", decision = "approve" }: Consent = {},
): Promise<{
  landing: Landing;
  sessionId: string;
  query: { state?: string; code?: string; error?: string };
}> {
  const sessionId = newId();
  const address = await beginConsent(
    actor,
    sessionId,
    connectInput.parse({ network, server: "mastodon.test" }),
  );
  await simulator.consent({ account, decision });
  const query = await decideAt(address);
  return { landing: await finishConsent(actor, sessionId, { network, ...query }), sessionId, query };
}

/** What the network's page sends the browser back with, once the simulator was told what the person decides. */
export async function decideAt(address: string): Promise<{ state?: string; code?: string; error?: string }> {
  const answer = await fetch(address, { redirect: "manual" });
  const location = answer.headers.get("location");
  if (!location) throw new Error(`nobody is sent back from ${address}: ${await answer.text()}`);
  return Object.fromEntries(new URL(location).searchParams);
}

/** The member's account on a network, connected through the simulator. */
export async function makeConnection(
  simulator: Control,
  actor: MemberActor,
  network: NetworkId,
  account = "alice",
): Promise<string> {
  if (network === "bluesky")
    await connectWithPassword(actor, newId(), {
      network,
      server: "",
      identifier: `${account}.test`,
      password: "abcd-efgh-ijkl-mnop",
      returnTo: "/",
    });
  else await goThroughConsent(simulator, actor, network, { account });
  const connection = (await listConnections(actor)).find((one) => one.network === network);
  if (!connection) throw new Error(`${network} was not connected`);
  return connection.id;
}
