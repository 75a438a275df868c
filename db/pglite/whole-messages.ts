// Every message of Postgres's protocol starts with its type and its length; the first one, the startup, only with its length.
const headerBytes = 5;
const terminate = "X".charCodeAt(0);

/**
 * Puts the bytes of a connection together again, wherever they were cut, and gives them on in whole messages: PGlite takes
 * the end of what it is given for the end of the connection. "Terminate" is kept back, as it would end Postgres.
 */
export class WholeMessages {
  #pieces: Buffer[] = [];
  #size = 0;
  /** How many bytes must have come before another message can be whole. */
  #wanted = 4;
  #isStarted = false;

  /** @returns the bytes of all messages that these bytes complete; null when they complete none */
  take(bytes: Buffer[]): Uint8Array<ArrayBuffer> | null {
    for (const piece of bytes) {
      this.#pieces.push(piece);
      this.#size += piece.length;
    }
    if (this.#size < this.#wanted) return null;

    const all = new Uint8Array(this.#size);
    let offset = 0;
    for (const piece of this.#pieces) {
      all.set(piece, offset);
      offset += piece.length;
    }
    const end = this.#findEnd(all);
    this.#pieces = end < all.length ? [Buffer.from(all.slice(end))] : [];
    this.#size = all.length - end;
    if (end === 0) return null;
    return end === all.length ? all : all.slice(0, end);
  }

  /** The end of the last whole message. Notes how many bytes the one after it wants. */
  #findEnd(all: Uint8Array): number {
    const view = new DataView(all.buffer);
    let end = 0;
    for (;;) {
      const rest = all.length - end;
      if (this.#isStarted && rest > 0 && all[end] === terminate) return end;
      const header = this.#isStarted ? headerBytes : headerBytes - 1;
      this.#wanted = header;
      if (rest < header) return end;
      this.#wanted = header - 4 + view.getUint32(end + header - 4);
      if (rest < this.#wanted) return end;
      end += this.#wanted;
      this.#isStarted = true;
    }
  }
}
