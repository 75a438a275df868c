/**
 * Aho and Corasick's automaton over whole tokens: all sequences are looked for in one pass, and no text takes longer than its
 * length, however the sequences overlap.
 */
export type Automaton = {
  /** The state after this token, from that state. State 0 is the beginning. */
  step: (state: number, token: string) => number;
  /** The sequences that end in this state, the longest first. */
  endingIn: (state: number) => readonly number[];
};

type Node = { next: Map<string, number>; fail: number; ends: number[] };

export function buildAutomaton(sequences: readonly (readonly string[])[]): Automaton {
  const nodes: Node[] = [newNode()];
  const nodeOf = (state: number): Node => nodes[state] ?? newNode();
  for (const [index, sequence] of sequences.entries()) {
    if (sequence.length === 0) continue;
    let state = 0;
    for (const token of sequence) {
      const { next } = nodeOf(state);
      state = next.get(token) ?? nodes.push(newNode()) - 1;
      next.set(token, state);
    }
    nodeOf(state).ends.push(index);
  }

  const step = (from: number, token: string): number => {
    let state = from;
    for (;;) {
      const node = nodeOf(state);
      const next = node.next.get(token);
      if (next !== undefined) return next;
      if (state === 0) return 0;
      state = node.fail;
    }
  };

  // Breadth first: what a state falls back to is nearer to the beginning, and so complete already.
  const queue = [...nodeOf(0).next.values()];
  for (const state of queue) {
    const node = nodeOf(state);
    for (const [token, child] of node.next) {
      const target = nodeOf(child);
      target.fail = step(node.fail, token);
      target.ends.push(...nodeOf(target.fail).ends);
      queue.push(child);
    }
  }
  return { step, endingIn: (state) => nodeOf(state).ends };
}

const newNode = (): Node => ({ next: new Map(), fail: 0, ends: [] });
