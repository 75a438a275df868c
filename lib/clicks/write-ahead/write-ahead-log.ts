import { log } from "#lib/log.ts";
import type { NewClick } from "../mutations.ts";
import { adoptFolders, claimFolder, type OwnFolder } from "./folders.ts";
import { storedClick } from "./stored-click.ts";
import { WriteAheadFile } from "./write-ahead-file.ts";

type Store = (clicks: NewClick[]) => Promise<void>;
type Claimed = { folder: OwnFolder; file: WriteAheadFile };

/** After a folder was not to be had, the disk is left alone for so long. */
const claimAgainMs = 1000;

/** Clicks that wait on the disk for the database: this process's, and those that processes left which have ended. */
export class WriteAheadLog {
  readonly #root: string;
  #claimed: Promise<Claimed> | undefined;
  #file: WriteAheadFile | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** How many clicks of this process wait. */
  get unread(): number {
    return this.#file?.unread ?? 0;
  }

  /** Resolves when all of them are on the disk. */
  async append(clicks: NewClick[]): Promise<void> {
    const file = this.#file ?? (await this.#claim()).file;
    await Promise.all(clicks.map((click) => file.append(click)));
  }

  /** Stores this process's clicks. What `store` rejects stays. */
  async readBack(store: Store): Promise<void> {
    if (this.#file) await replay(this.#file, store);
  }

  /** Stores the clicks of processes that have ended. */
  async adopt(store: Store): Promise<void> {
    for await (const folder of adoptFolders(this.#root))
      try {
        await replay(new WriteAheadFile(folder.path), store);
      } catch (error) {
        log.warn(
          { err: error, folder: folder.path },
          "clicks that an ended process left are not read back yet",
        );
      } finally {
        await folder.leave();
      }
  }

  async close(): Promise<void> {
    const claimed = await this.#claimed?.catch(() => undefined);
    await claimed?.file.close();
    await claimed?.folder.leave();
  }

  async #claim(): Promise<Claimed> {
    this.#claimed ??= claimFolder(this.#root)
      .then((folder) => ({ folder, file: new WriteAheadFile(folder.path) }))
      .catch((error: unknown) => {
        setTimeout(() => {
          this.#claimed = undefined;
        }, claimAgainMs).unref();
        throw error;
      });
    const claimed = await this.#claimed;
    this.#file = claimed.file;
    return claimed;
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
