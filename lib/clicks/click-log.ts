import { join } from "node:path";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { groupCommit } from "#lib/group-commit.ts";
import { log } from "#lib/log.ts";
import { within } from "#lib/within.ts";
import type { NewClick } from "./mutations.ts";
import { storeClicks } from "./store-clicks.ts";
import { WriteAheadLog } from "./write-ahead/write-ahead-log.ts";

export type ClickLogState = {
  /** The database does not take clicks; they go to the write-ahead file. */
  isAway: boolean;
  /** Clicks of this process in the write-ahead file, which the database does not have yet. */
  waiting: number;
  /** Not even the file took the last ones. */
  isLosing: boolean;
};

/** Hits that one insert takes at most. */
const largestGroup = 1000;
/** Hits that may wait for their insert; what comes on top goes to the file. */
const longestQueue = 10_000;
/** A database that takes longer for an insert counts as away, and a hit that waited longer for its turn goes to the file. */
const patienceMs = 1000;
const retryMs = 1000;
const adoptMs = 60_000;

/**
 * Keeps hits for good: in the database by group commit, or in the write-ahead file while the database is away or cannot
 * keep up. The file is read back once the database takes clicks again; ids made before the first write make that exact.
 */
export class ClickLog {
  readonly #store: (clicks: NewClick[]) => Promise<void>;
  readonly #aside: WriteAheadLog;
  readonly #commit = groupCommit<NewClick>((clicks) => this.#write(clicks), { largest: largestGroup });
  readonly #timers: NodeJS.Timeout[] = [];
  #isAway = false;
  #isLosing = false;
  #lost = 0;
  #asked: Promise<void> | undefined;
  #recovering: Promise<void> | undefined;
  #adopting: Promise<void> | undefined;

  constructor(store: (clicks: NewClick[]) => Promise<void>, root: string) {
    this.#store = store;
    this.#aside = new WriteAheadLog(root);
  }

  get state(): ClickLogState {
    return { isAway: this.#isAway, waiting: this.#aside.unread, isLosing: this.#isLosing };
  }

  /** Resolves when the hit will not be lost any more; then its redirect may be sent. Never rejects. */
  keep(click: NewClick): Promise<void> {
    if (this.#isAway) return this.#putAside([click]);
    if (this.#commit.waiting < longestQueue) return this.#commit.add(click);
    // Rather wait for a database that is slow than lose the hit to a disk that is full.
    return this.#aside.append([click]).catch(() => this.#commit.add(click));
  }

  /** From now on, takes over what killed processes left in their files, and reads back its own. */
  start(): void {
    const every = (milliseconds: number, run: () => void) => setInterval(run, milliseconds).unref();
    this.#timers.push(every(retryMs, () => this.#recover()));
    this.#timers.push(every(adoptMs, () => this.#adopt()));
    this.#adopt();
  }

  /** Waits for the hits in hand. What the database did not take stays in the file for the next start. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#commit.settle();
    // A long read-back is left to the next start: what it has stored is stored, and the rest is still in the file.
    await within(patienceMs, Promise.all([this.#recovering, this.#adopting])).catch(() => {});
    await this.#aside.close();
  }

  async #write(clicks: NewClick[]): Promise<void> {
    if (this.#isAway || waitedTooLong(clicks)) return this.#putAside(clicks);
    try {
      await within(patienceMs, this.#store(clicks));
    } catch (error) {
      log.error({ err: error }, "the database takes no clicks; they go to the write-ahead file");
      this.#isAway = true;
      await this.#putAside(clicks);
    }
  }

  async #putAside(clicks: NewClick[]): Promise<void> {
    try {
      await this.#aside.append(clicks);
      this.#isLosing = false;
    } catch (error) {
      if (!this.#isLosing)
        log.error({ err: error }, "clicks are being lost: neither the database nor the disk takes them");
      this.#isLosing = true;
      this.#lost += clicks.length;
    }
  }

  #recover(): void {
    if (this.#lost > 0) log.error({ lost: this.#lost }, "clicks were lost");
    this.#lost = 0;
    if (this.#recovering || !(this.#isAway || this.#isLosing || this.#aside.unread)) return;
    this.#recovering = this.#readBack().finally(() => {
      this.#recovering = undefined;
    });
  }

  async #readBack(): Promise<void> {
    const waiting = this.#aside.unread;
    try {
      await within(patienceMs, this.#askDatabase());
      await this.#aside.readBack(this.#store);
      if (this.#isAway)
        log.info({ clicks: waiting }, "the database takes clicks again, and has those of the file");
      this.#isAway = false;
      this.#isLosing = false;
    } catch (error) {
      log.warn({ err: error, waiting }, "the write-ahead file is not read back yet");
    }
  }

  /** Storing nothing is a question. A database that is silent is not asked a second time before it has answered. */
  #askDatabase(): Promise<void> {
    this.#asked ??= this.#store([]).finally(() => {
      this.#asked = undefined;
    });
    return this.#asked;
  }

  #adopt(): void {
    this.#adopting ??= this.#aside
      .adopt(this.#store)
      .catch((error: unknown) => log.error({ err: error }, "the files of ended processes cannot be read"))
      .finally(() => {
        this.#adopting = undefined;
      });
  }
}

const waitedTooLong = ([oldest]: NewClick[]): boolean =>
  oldest !== undefined && clock.now().getTime() - oldest.clickedAt.getTime() > patienceMs;

/** This process's log. */
export const clickLog = new ClickLog(storeClicks, join(env.DATA_DIR, "click-log"));

export const keepClick = (click: NewClick): Promise<void> => clickLog.keep(click);
