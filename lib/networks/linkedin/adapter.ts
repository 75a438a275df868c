import { env } from "#lib/env.ts";
import type { Adapter } from "../adapter.ts";
import { settingsDigest } from "../settings-digest.ts";
import { canMeasure, countFollowers, measurePosts } from "./analytics.ts";
import { configuredApp } from "./app.ts";
import { linkedinConnector } from "./connector.ts";
import { createPost, preparePost, repeatPost, resolvePost } from "./create.ts";
import { refreshTokens } from "./tokens.ts";

export const linkedinAdapter: Adapter = {
  id: "linkedin",
  connector: linkedinConnector,
  refresh: refreshTokens,
  // LinkedIn documents no way for an app to give a token back; the member removes the app in their settings.
  revoke: null,
  publisher: {
    prepare: preparePost,
    create: createPost,
    repeat: repeatPost,
    resolve: resolvePost,
    resolveCharges: [],
  },
  measurer: {
    source: "LinkedIn member post analytics",
    // Four calls for each post, and a member has a hundred a day while the app is in development.
    batch: 5,
    hours: [24, 72, 168, 720],
    canMeasure,
    measure: measurePosts,
    countFollowers,
  },
  settings: () => settingsDigest(configuredApp(), env.LINKEDIN_VERSION),
};
