import { Duplex } from "node:stream";
import type { PgliteThread, Session } from "./pglite-thread.ts";
import { WholeMessages } from "./whole-messages.ts";

type Written = { chunk: Buffer };

/** What node-postgres takes for the socket to a server: one session with the thread that Postgres runs in. */
export class PgliteStream extends Duplex {
  readonly #thread: PgliteThread;
  readonly #messages = new WholeMessages();
  #session: Session | undefined;

  constructor(thread: PgliteThread) {
    super();
    this.#thread = thread;
  }

  connect(): this {
    this.#session = this.#thread.openSession((bytes) => this.push(bytes));
    process.nextTick(() => this.emit("connect"));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#session?.keepAlive(true);
    return this;
  }

  unref(): this {
    this.#session?.keepAlive(false);
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this._writev([{ chunk }], done);
  }

  /** node-postgres corks the messages of a query, so that usually they come here together. */
  override _writev(written: Written[], done: () => void): void {
    const bytes = this.#messages.take(written.map(({ chunk }) => chunk));
    if (bytes) this.#session?.send(bytes);
    done();
  }

  override _final(done: () => void): void {
    done();
    this.destroy();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#session?.close();
    done(error);
  }
}
