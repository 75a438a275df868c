import type { Adapter } from "../adapter.ts";
import { settingsDigest } from "../settings-digest.ts";
import { configuredApp } from "./app.ts";
import { xConnector } from "./connector.ts";
import { createPost, preparePost, repeatPost } from "./create.ts";
import { canMeasure, countFollowers, measurePosts } from "./metrics.ts";
import { resolveCharges, resolvePost } from "./resolve.ts";
import { refreshTokens, revokeTokens } from "./tokens.ts";

export const xAdapter: Adapter = {
  id: "x",
  connector: xConnector,
  refresh: refreshTokens,
  revoke: revokeTokens,
  publisher: {
    prepare: preparePost,
    create: createPost,
    repeat: repeatPost,
    resolve: resolvePost,
    resolveCharges,
  },
  measurer: {
    source: "X post metrics",
    batch: 100,
    hours: null,
    canMeasure,
    measure: measurePosts,
    countFollowers,
  },
  settings: () => settingsDigest(configuredApp()),
};
