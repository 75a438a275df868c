import { day, hour, minute } from "./clock.ts";

/** What a network's documents leave open, or may change: a test can run either truth. */
export type Settings = typeof defaultSettings;

export type SettingsChange = { [Name in keyof Settings]?: Partial<Settings[Name]> };

const defaultSettings = {
  /** Nobody in tests, where every number and every card is said. */
  audience: {
    /** People see, like and open posts as these grow older. */
    grows: false,
    /** X and Mastodon read the page behind a link for its card, when it is on this machine. */
    readsPages: false,
    /** Whoever names a handle of Bluesky that ends in .test has that account. */
    anybody: false,
  },
  linkedin: {
    /** Redirect addresses registered with the app; null takes every one. */
    redirectUris: null as string[] | null,
    /** Products of the app: posting and sign-in always, these when the app was approved for them. */
    communityManagement: false,
    /** The screen is skipped when the same scopes are still granted to that app by who is signed in. */
    skipsConsent: false,
    scopeSeparator: "," as "," | " " | "%20",
    /** Only apps approved for programmatic refresh are given refresh tokens. */
    refreshTokens: false,
    invalidGrantError: "invalid_request" as "invalid_request" | "invalid_grant",
    /** A token is refused as revoked for so long after a refresh. */
    newTokenRefusedMs: 0,
    /** Version to the day on which it is switched off, both as LinkedIn writes them. */
    versions: {
      "202508": "2026-08-17",
      "202510": "2026-10-15",
      "202511": "2026-11-16",
      "202601": "2027-01-15",
      "202602": "2027-02-15",
      "202603": "2027-03-16",
      "202604": "2027-04-15",
      "202605": "2027-05-17",
      "202606": "2027-06-15",
      "202607": "2027-07-15",
      "202608": "2027-08-16",
      "202609": "2027-09-15",
    } as Record<string, string>,
    idHeader: "x-restli-id" as "x-restli-id" | "x-linkedin-id" | null,
    urnKind: "share" as "share" | "ugcPost",
    commentaryMax: 3000,
    duplicateWindowMs: 10 * minute,
    duplicateBy: "body" as "body" | "commentary",
    /** A deleted post goes on being named as the original for so long. */
    ghostMs: 0,
    postsPerMemberPerDay: 150,
    postsPerAppPerDay: 100_000,
    uploadsCount: false,
    uploadNeedsBearer: true,
    imageProcessingMs: 0,
    /** A post whose image is not ready yet. */
    earlyImage: "refused" as "refused" | "invisible",
    /** Whether w_member_social is enough to read one's own post. */
    readBack: false,
    metricTypeShape: "by_version" as "by_version" | "record" | "text",
    analyticsMissing: false,
  },
  x: {
    redirectUris: null as string[] | null,
    /** A confidential app sends its secret as Basic; a public one has none. */
    client: "confidential" as "confidential" | "public",
    grantError: "invalid_request" as "invalid_request" | "invalid_grant",
    refreshEndsOldAccess: false,
    problemBase: "https://api.x.com/2/problems/",
    names: "tweet" as "tweet" | "post",
    maxWeighted: 280,
    duplicateWindowMs: day,
    oldNonPublic: "drop" as "drop" | "omit",
    mediaProcessingMs: 0,
    /** US dollars that are left; null never runs out. */
    credits: null as number | null,
    limits: {
      createPer15Minutes: 100,
      createPerAppPerDay: 10_000,
      lookupPer15Minutes: 5_000,
      timelinePer15Minutes: 900,
      mePer15Minutes: 75,
      uploadPer15Minutes: 500,
    },
  },
  bluesky: {
    accessMs: 120 * minute,
    refreshMs: 90 * day,
    refreshGraceMs: 2 * hour,
    sessionsPer5Minutes: 30,
    sessionsPerDay: 300,
    pointsPerHour: 5_000,
    pointsPerDay: 35_000,
    uploadsPerDay: 1_000,
    /** An access token outlives the app password that it was made with, until it expires. */
    revokedAccessLives: false,
    /** A new post is seen by the AppView after so long. */
    indexingMs: 0,
    /** What createRecord answers for a key that is taken: the reference server fails, another may refuse. */
    createOnTakenKey: 500 as 500 | 400,
  },
  mastodon: {
    /** Servers before 4.3 have no discovery, no PKCE, no `profile` scope and no look-up of several statuses. */
    version: "4.4.3",
    maxCharacters: 500,
    charactersPerUrl: 23,
    maxMedia: 4,
    idempotencyMs: hour,
    /** A second call with the key of one that is still at work. */
    lock: "hold" as "hold" | "503" | "none",
    /** How long making a status takes. */
    createMs: 0,
    /** Allowing the same scopes again gives the token that the person has already. */
    reusesToken: true,
    mediaProcessingMs: 0,
    mediaFails: false,
    requestsPer5Minutes: 300,
    mediaPer30Minutes: 30,
  },
};

export const freshSettings = (): Settings => structuredClone(defaultSettings);

export function changeSettings(settings: Settings, change: SettingsChange): void {
  for (const name of Object.keys(settings) as (keyof Settings)[])
    Object.assign(settings[name], change[name] ?? {});
}
