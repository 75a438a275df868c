import type { Adapter } from "../adapter.ts";
import { settingsDigest } from "../settings-digest.ts";
import { createPost, preparePost } from "./create.ts";
import { countFollowers, measurePosts } from "./figures.ts";
import { mastodonConnector, revokeToken } from "./registration.ts";
import { repeatPost, resolvePost } from "./resolve.ts";

export const mastodonAdapter: Adapter = {
  id: "mastodon",
  connector: mastodonConnector,
  refresh: null,
  revoke: revokeToken,
  publisher: {
    prepare: preparePost,
    create: createPost,
    repeat: repeatPost,
    resolve: resolvePost,
    resolveCharges: [],
  },
  measurer: {
    source: "Mastodon post counts",
    // More are refused: https://docs.joinmastodon.org/methods/statuses/#index
    batch: 20,
    hours: null,
    canMeasure: (scopes) => scopes.includes("read:statuses") || scopes.includes("read"),
    measure: measurePosts,
    countFollowers,
  },
  settings: () => settingsDigest(null),
};
