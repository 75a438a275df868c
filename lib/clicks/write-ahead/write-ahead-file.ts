import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "#db/columns.ts";
import { groupCommit } from "#lib/group-commit.ts";
import { syncFolder } from "./folders.ts";

/** Lines that go out in one write and one sync. */
const largestWrite = 4096;
/** A file that has grown to this is followed by a new one, so that one can be read whole. */
const largestFileBytes = 4 * 1024 * 1024;
/** Values that are handed out together when a file is read. */
const largestGroup = 500;

type Current = { name: string; handle: FileHandle; bytes: number };

/**
 * Values kept as lines of JSON, in the files of a folder that is this process's alone. Lines go to the newest file;
 * the others are whole, and are read and removed by `replay`.
 */
export class WriteAheadFile {
  readonly #folder: string;
  readonly #commit = groupCommit<string>((lines) => this.#write(lines), { largest: largestWrite });
  #current: Current | undefined;
  /** Files that lines may still be going to. Known before a file is there, so that no replay takes one for a whole one. */
  readonly #inUse = new Set<string>();
  #writing: Promise<void> = Promise.resolve();
  #unread = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** How many values were appended here and were not taken yet. */
  get unread(): number {
    return this.#unread;
  }

  /** Resolves when the value is on the disk: written and synced, together with others that came at the same time. */
  append(value: unknown): Promise<void> {
    return this.#commit.add(`${JSON.stringify(value)}\n`);
  }

  /**
   * Hands all values that are here to `take`, in groups, as `read` makes them of what a line says. A file is removed once
   * `take` had all of it: when `take` fails or the process is killed, the same values come again, so taking one twice must
   * be the same as once.
   * @returns the names of files with lines that are no values, or none to `read`; they stay in the folder, as
   * `<name>.damaged`
   */
  async replay<Value>(
    read: (value: unknown) => Value | undefined,
    take: (values: Value[]) => Promise<void>,
  ): Promise<string[]> {
    await this.#seal();
    const damaged: string[] = [];
    for (const name of (await readdir(this.#folder)).filter((file) => file.endsWith(".jsonl")).sort()) {
      if (this.#inUse.has(name)) continue;
      const path = join(this.#folder, name);
      // What follows the last line break is empty, or half a line of a write that never ended: nobody relies on it.
      const lines = (await readFile(path, "utf8")).split("\n").slice(0, -1);
      let taken = 0;
      // Read group by group: a whole file at once would hold up everything else for as long.
      for (let from = 0; from < lines.length; from += largestGroup) {
        const group = lines.slice(from, from + largestGroup);
        const values = group.map((line) => read(parse(line))).filter((value) => value !== undefined);
        await take(values);
        taken += values.length;
      }
      this.#unread = Math.max(0, this.#unread - lines.length);
      if (taken === lines.length) await rm(path);
      else damaged.push(await setAside(path));
    }
    return damaged;
  }

  async close(): Promise<void> {
    await this.#commit.settle();
    await this.#seal();
  }

  #write(lines: string[]): Promise<void> {
    this.#writing = this.#appendAndSync(lines);
    return this.#writing;
  }

  async #appendAndSync(lines: string[]): Promise<void> {
    const current = this.#current ?? (await this.#open());
    const text = lines.join("");
    try {
      await current.handle.appendFile(text);
      await current.handle.datasync();
    } catch (error) {
      // It may end in half a line now. Whatever comes next goes to a new file.
      await this.#retire(current);
      throw error;
    }
    this.#unread += lines.length;
    current.bytes += Buffer.byteLength(text);
    if (current.bytes >= largestFileBytes) await this.#retire(current);
  }

  async #open(): Promise<Current> {
    const name = `${newId()}.jsonl`;
    this.#inUse.add(name);
    try {
      this.#current = { name, handle: await createFile(this.#folder, name), bytes: 0 };
      return this.#current;
    } catch (error) {
      this.#inUse.delete(name);
      throw error;
    }
  }

  /** Lets later lines begin a new file, and waits for the write that may still go to this one. */
  async #seal(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    await this.#writing.catch(() => {});
    if (current) await this.#retire(current);
  }

  async #retire(current: Current): Promise<void> {
    if (this.#current === current) this.#current = undefined;
    await current.handle.close().catch(() => {});
    this.#inUse.delete(current.name);
  }
}

async function createFile(folder: string, name: string): Promise<FileHandle> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const handle = await open(join(folder, name), "a", 0o600);
  await syncFolder(folder);
  return handle;
}

async function setAside(path: string): Promise<string> {
  await rename(path, `${path}.damaged`);
  return `${path}.damaged`;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
