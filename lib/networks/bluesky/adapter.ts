import type { Adapter } from "../adapter.ts";
import { settingsDigest } from "../settings-digest.ts";
import { countFollowers, measurePosts } from "./feed-figures.ts";
import { createPost, preparePost, repeatPost, resolvePost } from "./post.ts";
import { endSession, refreshSession, signIn } from "./session.ts";

export const blueskyAdapter: Adapter = {
  id: "bluesky",
  connector: { by: "app_password", signIn },
  refresh: refreshSession,
  revoke: endSession,
  publisher: {
    prepare: preparePost,
    create: createPost,
    repeat: repeatPost,
    resolve: resolvePost,
    resolveCharges: [],
  },
  measurer: {
    source: "Bluesky post counts",
    batch: 25,
    hours: null,
    canMeasure: () => true,
    measure: measurePosts,
    countFollowers,
  },
  settings: () => settingsDigest(null),
};
