import { setTimeout as wait } from "node:timers/promises";
import type { MemberActor } from "#lib/auth/actor.ts";
import { getOwnShare, toShare } from "../queries.ts";
import { publishShare } from "../schedule/mutations.ts";
import type { PublishShareInput } from "../schedule/schemas.ts";
import type { Share } from "../schemas.ts";
import { publishAgain } from "./mutations.ts";
import type { PublishAgainInput } from "./schemas.ts";

const patienceMs = 8000;
const everyMs = 150;

/** Publishes the share, and looks for what came of it for some seconds: mostly that is all it takes. */
export async function publishAndWait(actor: MemberActor, input: PublishShareInput): Promise<Share> {
  return settled(actor, await publishShare(actor, input));
}

export async function publishAgainAndWait(actor: MemberActor, input: PublishAgainInput): Promise<Share> {
  return settled(actor, await publishAgain(actor, input));
}

/** The share once it is neither waiting nor leaving, or as it is when patience ends; a worker does the work. */
async function settled(actor: MemberActor, asked: Share): Promise<Share> {
  const deadline = performance.now() + patienceMs;
  let share = asked;
  while (isUnderWay(share) && performance.now() < deadline) {
    await wait(everyMs);
    share = toShare(await getOwnShare(actor, share.id));
  }
  return share;
}

/** What waits for a reason waits for longer than anybody looks on. */
const isUnderWay = ({ state, sentence }: Share): boolean =>
  state === "publishing" || (state === "scheduled" && sentence === null);
