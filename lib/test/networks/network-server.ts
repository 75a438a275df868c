import type { Answer, Call } from "./call.ts";
import type { PostChange, PublicPost, World } from "./world.ts";

/** One network of the simulator. */
export type NetworkServer = {
  /** Null: it has no such path. */
  answer: (world: World, call: Call) => Promise<Answer | null>;
  /** Whose token or password the call carries, good or not. */
  accountOf: (world: World, call: Call) => string | null;
  posts: (world: World) => PublicPost[];
  /** False when there is no such post. */
  changePost: (world: World, change: PostChange) => boolean;
};
