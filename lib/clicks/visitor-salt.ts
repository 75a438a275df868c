import { randomBytes } from "node:crypto";
import { clock } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { errorCode } from "#lib/logged-error.ts";
import { within } from "#lib/within.ts";
import { storeSalt } from "./salts/mutations.ts";

type Store = (day: string, ours: Uint8Array) => Promise<Uint8Array>;

const dayMs = 86_400_000;
const patienceMs = 1000;
const tryAgainMs = 5000;

/**
 * The secret of each UTC day that visitors are hashed with. When a day begins while the database is away, a salt of our
 * own serves; it is stored as soon as can be, unless another process was first. A day's salt is forgotten when it ends.
 */
export class VisitorSalt {
  readonly #store: Store;
  #known: { day: number; salt: Uint8Array } | undefined;
  #coming: { day: number; salt: Promise<Uint8Array> } | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Today's, when it is at hand. */
  peek(): Uint8Array | undefined {
    return this.#known?.day === today() ? this.#known.salt : undefined;
  }

  async get(): Promise<Uint8Array> {
    const day = today();
    if (this.#known?.day === day) return this.#known.salt;
    if (this.#coming?.day !== day) this.#coming = { day, salt: this.#begin(day) };
    return this.#coming.salt;
  }

  async #begin(day: number): Promise<Uint8Array> {
    this.#known = undefined;
    const ours = randomBytes(32);
    const salt = await within(patienceMs, this.#store(dateOf(day), ours)).catch((error: unknown) => {
      // No more of the error than its code: the query that failed carries the salt.
      log.warn({ code: errorCode(error) }, "the visitor salt is our own until the database takes it");
      this.#storeLater(day, ours);
      return ours;
    });
    // The day may have ended meanwhile, and its salt with it.
    if (today() !== day) return this.get();
    this.#known = { day, salt };
    this.#awaitEnd(day);
    return salt;
  }

  #storeLater(day: number, ours: Uint8Array): void {
    setTimeout(async () => {
      if (this.#known?.day !== day || today() !== day) return;
      try {
        const salt = await this.#store(dateOf(day), ours);
        if (this.#known?.day === day) this.#known = { day, salt };
      } catch {
        this.#storeLater(day, ours);
      }
    }, tryAgainMs).unref();
  }

  #awaitEnd(day: number): void {
    setTimeout(() => this.#end(day), (day + 1) * dayMs - clock.now().getTime()).unref();
  }

  /** The next day's is made at once: that deletes the stored one, also where nobody clicks for days. */
  #end(day: number): void {
    if (this.#known?.day !== day) return;
    // A timer may fire a little before the clock shows its moment.
    if (today() === day) this.#awaitEnd(day);
    else void this.get();
  }
}

const today = (): number => Math.floor(clock.now().getTime() / dayMs);
const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** This process's salt. */
export const visitorSalt = new VisitorSalt(storeSalt);
