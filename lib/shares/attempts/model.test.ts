import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { CreateAnswer, CreateRequest, PublishOutcome } from "#lib/networks/publisher.ts";
import { makeActor, makeConnection, makeLiveStory, makeOrganization } from "#lib/test/factories.ts";
import { outcomeOf } from "#lib/test/outcome-of.ts";
import { makeDueShare, readAttempts, readShare } from "#lib/test/sharer.ts";
import { cancelShare } from "../schedule/mutations.ts";
import { settleAnswer } from "./answers/mutations.ts";
import { holdLease, type Lease, releaseLease, takeLease } from "./lease/mutations.ts";
import { commitSending, type Next, takeNext } from "./ledger/mutations.ts";
import { publishAgain, resolveShare } from "./mutations.ts";
import { departureMs } from "./timing.ts";

/** What a worker is in the middle of; a crash forgets it, and nothing else. */
type Worker = {
  lease: Lease | null;
  leaving: Extract<Next, { kind: "attempt" }> | null;
  request: CreateRequest | null;
  committedAt: number | null;
  answer: { stage: "sent" | "not_sent"; answer: CreateAnswer } | null;
};
const idle = (): Worker => ({ lease: null, leaving: null, request: null, committedAt: null, answer: null });

const step = fc.record({
  kind: fc.constantFrom(
    "step",
    "rush",
    "finish",
    "crash",
    "wait",
    "renew",
    "say",
    "again",
    "say_again",
    "overlook",
    "cancel",
  ),
  worker: fc.nat(1),
  seconds: fc.constantFrom(5, 12, 40, 100, 100),
  /** Whether the network makes the post, and what it says. */
  creates: fc.boolean(),
  says: fc.constantFrom("truth", "nothing", "later", "rejected", "blocked"),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const at = (kind: Step["kind"], worker: number, creates = true): Step => ({
  ...{ kind, worker, creates, seconds: 100, says: "truth" },
});
/** Rare by chance: a worker stands still where it counts, and another one does its work meanwhile. */
const stalls: Step[][] = [
  [at("rush", 0), at("wait", 0), at("finish", 1), at("say_again", 0), at("finish", 1), at("finish", 0)],
  [at("rush", 0), at("wait", 0), at("finish", 1), at("finish", 0), at("say_again", 0), at("finish", 1)],
  [at("rush", 0), at("step", 0), at("wait", 0), at("finish", 1), at("say_again", 0), at("finish", 0)],
  [at("rush", 0), at("step", 0, false), at("wait", 0), at("finish", 1), at("say_again", 0), at("finish", 1)],
  // It is prepared twice, and the one who stood still goes on.
  [at("step", 0), at("step", 0), at("step", 0), at("wait", 1), at("rush", 1), at("step", 0), at("finish", 1)],
  // The post is made, its worker dies, and the member overlooks it.
  [
    at("rush", 0),
    at("step", 0),
    at("crash", 0),
    at("wait", 1),
    at("finish", 1),
    at("overlook", 0),
    at("again", 0),
    at("finish", 1),
  ],
];

test("in whatever order workers work, stall and die, and whatever the network says, at most one post is made", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const world = await makeWorld();
      for (const each of steps) {
        await world.take(each);
        expect(world.posts).toBeLessThanOrEqual(1);
      }
      await world.finish();
      expect(world.posts).toBeLessThanOrEqual(1);
      const { state } = await readShare(world.shareId);
      expect(["published", "confirmed", "failed", "unknown", "withdrawn", "scheduled"]).toContain(state);
      if (state === "published" || state === "confirmed") expect(world.posts).toBe(1);
      const isOut = !["failed", "withdrawn", "scheduled"].includes(state);
      if (!isOut && !world.isOverlooked) expect(world.posts).toBe(0);
    }),
    { numRuns: 20, examples: stalls.map((steps) => [steps]) },
  );
}, 120_000);

async function makeWorld() {
  let now = Date.parse("2026-11-23T09:00:00Z");
  vi.spyOn(clock, "now").mockImplementation(() => new Date(now));
  const member = await makeActor((await makeOrganization()).id);
  const actor = systemActor(member.organizationId, "publish");
  const connection = await makeConnection(member);
  const sharer = { actor: member, network: "linkedin" as const, connectionId: connection.id };
  const shareId = await makeDueShare(sharer, "Once.", await makeLiveStory(member));
  const workers = [idle(), idle()];
  const made = new Set<string>();
  const world = { posts: 0, isOverlooked: false, shareId, take, finish };

  async function take({ kind, worker: number, ...chance }: Step): Promise<void> {
    const worker = workers[number] as Worker;
    if (kind === "crash") workers[number] = idle();
    if (kind === "wait") now += chance.seconds * 1000;
    if (kind === "renew" && worker.lease) await holdLease(db, worker.lease);
    if (kind === "step") await work(worker, chance);
    // Up to where the request would leave, or to the end of what there is to do.
    for (let count = 0; count < 6 && kind === "rush" && worker.committedAt === null; count++)
      await work(worker, chance);
    for (let count = 0; count < 8 && kind === "finish"; count++) await work(worker, chance);
    // What is no longer possible is refused.
    if (kind === "say" || kind === "say_again") await outcomeOf(say());
    if (kind === "overlook") await outcomeOf(say("not_there"));
    if (kind === "again" || kind === "say_again") await outcomeOf(publishAgain(member, { shareId }));
    if (kind === "cancel") await outcomeOf(cancelShare(member, { shareId }));
  }

  /** The member looks, and says what there is, unless they overlook it. */
  async function say(how: "there" | "not_there" = world.posts > 0 ? "there" : "not_there") {
    await resolveShare(member, { shareId, how, postUrl: "" });
    world.isOverlooked ||= how === "not_there" && world.posts > 0;
  }

  /** As publishing/mutations.ts goes on, one step at a time. */
  async function work(worker: Worker, chance: Pick<Step, "creates" | "says">): Promise<void> {
    if (!worker.lease) {
      const lease = { organizationId: member.organizationId, connectionId: connection.id, id: newId() };
      if (await takeLease(lease)) worker.lease = lease;
    } else if (!worker.leaving) {
      const next = await takeNext(actor, worker.lease);
      if (next.kind === "attempt") worker.leaving = next;
      else if (next.kind !== "settled") await letGo(worker);
    } else if (!worker.request) {
      worker.request = worker.leaving.repeats?.request ?? { body: newId(), key: null, apiVersion: null };
    } else if (worker.committedAt === null) {
      const committed = await commitSending(actor, worker.lease, worker.leaving, worker.request).catch(
        () => "lost",
      );
      if (committed === "committed") worker.committedAt = now;
      else await letGo(worker);
    } else if (!worker.answer) {
      worker.answer = now - worker.committedAt > departureMs ? stayedHere() : await ask(worker, chance);
    } else {
      const { stage, answer } = worker.answer;
      await settleAnswer(actor, { ...worker.leaving, leaseId: worker.lease.id }, stage, answer);
      Object.assign(worker, { ...idle(), lease: worker.lease });
    }
  }

  async function letGo(worker: Worker): Promise<void> {
    if (worker.lease) await releaseLease(worker.lease);
    Object.assign(worker, idle());
  }

  const answered = (outcome: PublishOutcome): CreateAnswer => ({
    outcome,
    status: null,
    ids: {},
    detail: null,
  });
  const stayedHere = () => ({
    stage: "not_sent" as const,
    answer: answered({ kind: "retry_after", at: new Date(now) }),
  });

  /**
   * Only a network that made nothing says so; one that made the post says it or nothing. The very same request once more makes
   * no second one. What leaves is what stands in the ledger, whoever else was at work.
   */
  async function ask({ leaving, request }: Worker, { creates, says }: Pick<Step, "creates" | "says">) {
    const attempts = await readAttempts(shareId);
    expect(attempts.find(({ id }) => id === leaving?.attempt.id)?.body).toBe(request?.body);
    const isThere = made.has(request?.body ?? "");
    if (creates && request && !isThere) {
      made.add(request.body);
      world.posts += 1;
    }
    const post = {
      externalId: "urn:li:share:1",
      url: "https://www.linkedin.com/feed/update/urn:li:share:1/",
    };
    const outcome: PublishOutcome = isThere
      ? says === "truth"
        ? { kind: "published_adopted", ...post }
        : { kind: "unknown", because: "duplicate" }
      : creates
        ? says === "truth" || says === "rejected"
          ? { kind: "published", ...post }
          : { kind: "unknown", because: "timeout" }
        : says === "later"
          ? { kind: "retry_after", at: new Date(now + 1000) }
          : says === "rejected"
            ? { kind: "rejected", reason: "content" }
            : says === "blocked"
              ? { kind: "app_blocked", reason: "version" }
              : { kind: "unknown", because: "server_error" };
    return { stage: "sent" as const, answer: answered(outcome) };
  }

  /** Everybody dies, time passes, and one worker does what is left. */
  async function finish(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      workers.splice(0, 2, idle(), idle());
      now += 20 * 60_000;
      for (let count = 0; count < 8; count++)
        await work(workers[0] as Worker, { creates: true, says: "truth" });
    }
  }

  return world;
}
