import { join } from "node:path";
import { env } from "#lib/env.ts";
import { groupCommit } from "#lib/group-commit.ts";
import { log } from "#lib/log.ts";
import { within } from "#lib/within.ts";
import type { NewClick } from "./mutations.ts";
import { storeClicks } from "./store-clicks.ts";
import { adoptFolders, claimFolder, type OwnFolder } from "./write-ahead/folders.ts";
import { storedClick } from "./write-ahead/stored-click.ts";
import { WriteAheadFile } from "./write-ahead/write-ahead-file.ts";

type Store = (clicks: NewClick[]) => Promise<void>;

export type ClickLogState = {
  /** The database does not take clicks; they go to the write-ahead file. */
  isAway: boolean;
  /** Clicks in the write-ahead file that the database does not have yet. */
  waiting: number;
  /** Not even the file took the last ones. */
  isLosing: boolean;
};

/** Hits that one insert takes at most. */
const largestGroup = 1000;
/** Hits that may wait for their insert; what comes on top goes to the file. */
const longestQueue = 10_000;
/** A database that takes longer for an insert counts as away. A reader waits no longer than this. */
const patienceMs = 1000;
const retryMs = 1000;
const adoptMs = 60_000;

/**
 * Keeps hits for good: in the database by group commit, or in the write-ahead file while the database is away or cannot
 * keep up. The file is read back once the database takes clicks again; ids made before the first write make that exact.
 */
export class ClickLog {
  readonly #store: Store;
  readonly #root: string;
  readonly #commit = groupCommit<NewClick>((clicks) => this.#write(clicks), { largest: largestGroup });
  #own: Promise<{ folder: OwnFolder; file: WriteAheadFile }> | undefined;
  #file: WriteAheadFile | undefined;
  #isAway = false;
  #isLosing = false;
  #recovering: Promise<void> | undefined;
  #adopting: Promise<void> | undefined;
  #timers = new Set<NodeJS.Timeout>();

  constructor(store: Store, root: string) {
    this.#store = store;
    this.#root = root;
  }

  get state(): ClickLogState {
    return { isAway: this.#isAway, waiting: this.#file?.unread ?? 0, isLosing: this.#isLosing };
  }

  /** Resolves when the hit will not be lost any more; then its redirect may be sent. Never rejects. */
  keep(click: NewClick): Promise<void> {
    const hasRoom = !this.#isAway && this.#commit.waiting < longestQueue;
    return hasRoom ? this.#commit.add(click) : this.#putAside([click]);
  }

  /** From now on, takes over what killed processes left in their files, and reads back its own. */
  start(): void {
    this.#timers.add(setInterval(() => this.#recover(), retryMs).unref());
    this.#timers.add(setInterval(() => this.#adopt(), adoptMs).unref());
    this.#adopt();
  }

  /** Waits for the hits in hand. What the database did not take stays in the file for the next start. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#commit.settle();
    await Promise.all([this.#recovering, this.#adopting]);
    const own = await this.#own;
    await own?.file.close();
    await own?.folder.leave();
  }

  async #write(clicks: NewClick[]): Promise<void> {
    if (!this.#isAway)
      try {
        return await within(patienceMs, this.#store(clicks));
      } catch (error) {
        log.error({ err: error }, "the database takes no clicks; they go to the write-ahead file");
        this.#isAway = true;
      }
    await this.#putAside(clicks);
  }

  async #putAside(clicks: NewClick[]): Promise<void> {
    try {
      const file = this.#file ?? (await this.#claim());
      await Promise.all(clicks.map((click) => file.append(click)));
      this.#isLosing = false;
    } catch (error) {
      this.#isLosing = true;
      log.error(
        { err: error, lost: clicks.length },
        "clicks are lost: neither the database nor the disk takes them",
      );
    }
  }

  async #claim(): Promise<WriteAheadFile> {
    this.#own ??= claimFolder(this.#root)
      .then((folder) => ({ folder, file: new WriteAheadFile(folder.path) }))
      .catch((error: unknown) => {
        this.#own = undefined;
        throw error;
      });
    this.#file = (await this.#own).file;
    return this.#file;
  }

  #recover(): void {
    if (this.#recovering || !(this.#isAway || this.#isLosing || this.#file?.unread)) return;
    this.#recovering = this.#readBack().finally(() => (this.#recovering = undefined));
  }

  async #readBack(): Promise<void> {
    const waiting = this.#file?.unread ?? 0;
    try {
      await within(patienceMs, this.#store([]));
      if (this.#file) await replay(this.#file, this.#store);
      if (this.#isAway)
        log.info({ clicks: waiting }, "the database takes clicks again, and has those of the file");
      this.#isAway = false;
      this.#isLosing = false;
    } catch (error) {
      log.warn({ err: error, waiting }, "the database does not take clicks yet");
    }
  }

  #adopt(): void {
    this.#adopting ??= this.#readOthers().finally(() => (this.#adopting = undefined));
  }

  async #readOthers(): Promise<void> {
    for (const folder of await adoptFolders(this.#root))
      try {
        await replay(new WriteAheadFile(folder.path), this.#store);
      } catch (error) {
        log.warn({ err: error }, "clicks of a process that ended wait for the database");
      } finally {
        await folder.leave();
      }
  }
}

async function replay(file: WriteAheadFile, store: Store): Promise<void> {
  const damaged = await file.replay(readClick, store);
  for (const name of damaged) log.error({ file: name }, "some lines of this write-ahead file are no clicks");
}

function readClick(value: unknown): NewClick | undefined {
  const { data, error } = storedClick.safeParse(value);
  if (error) log.error({ err: error, value }, "this line of the write-ahead file is no click");
  return data;
}

/** This process's log. */
export const clickLog = new ClickLog(storeClicks, join(env.DATA_DIR, "click-log"));

export const keepClick = (click: NewClick): Promise<void> => clickLog.keep(click);
