import { z } from "zod";
import { parseEncryptionKeys } from "#lib/encryption-keys.ts";
import { StartError } from "#lib/errors.ts";
import { keptSecret } from "#lib/kept-secret.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const httpUrl = z.url({ protocol: /^https?$/ });

// `next build` loads every module with NODE_ENV=production and must need no secret.
const isBuild = process.env.NEXT_PHASE === "phase-production-build";

/** Every variable Herald reads. A variable that is set to the empty string counts as not set. */
const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
    PORT: port.default(3000),
    HOST: z.string().default("127.0.0.1"),
    PUBLIC_URL: httpUrl.optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATA_DIR: z.string().default(".data"),
    AUTH_SECRET: z.string().min(32, "needs at least 32 characters").optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z.string().default("Herald <herald@localhost>"),
    OIDC_ISSUER: httpUrl.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().default("your company account"),
    /** Believe an e-mail address that the OpenID provider does not mark as verified (Entra ID never does). */
    OIDC_TRUST_EMAIL: flag.default(false),
    /** How many reverse proxies stand in front: that many right-most X-Forwarded-For entries are believed. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    /** The request header in which the proxy in front says the reader's country; believed when TRUST_PROXY is not 0. */
    COUNTRY_HEADER: z
      .string()
      .regex(/^[\w-]+$/, "is the name of a header, like CF-IPCountry")
      .toLowerCase()
      .default("cf-ipcountry"),
    /** Loopback origins that safeFetch may reach; for tests, so only with HERALD_DEMO=1 or NODE_ENV=test. */
    FETCH_ALLOW_ORIGINS: z
      .string()
      .default("")
      .transform((list) => list.split(",").filter(Boolean)),
    /** Seals members' tokens: `name:base64 of 32 bytes`, several separated by commas. The first one seals, all of them open. */
    ENCRYPTION_KEYS: z.string().default("").transform(parseEncryptionKeys),
    /** Herald's own apps at LinkedIn and X; see docs/networks. */
    LINKEDIN_CLIENT_ID: z.string().optional(),
    LINKEDIN_CLIENT_SECRET: z.string().optional(),
    /** YYYYMM, of the versions that LinkedIn lists; not every month is one. */
    LINKEDIN_VERSION: z
      .string()
      .regex(/^20\d{2}(0[1-9]|1[0-2])$/, "is a year and a month, like 202609")
      .default("202609"),
    /** What members are asked to allow. With the scopes for figures the app must have been vetted by LinkedIn. */
    LINKEDIN_SCOPES: z.string().default("openid profile email w_member_social"),
    /** For how many hours LinkedIn's terms let figures be kept. */
    LINKEDIN_FIGURES_HOURS: z.coerce.number().int().min(1).max(8760).default(48),
    X_CLIENT_ID: z.string().optional(),
    X_CLIENT_SECRET: z.string().optional(),
    /** Origin of a simulator that stands in for every network without keys: for the demo and for tests. */
    NETWORK_SIMULATOR: httpUrl.optional(),
    /** Keeps images in a bucket instead of the folder `media` of DATA_DIR. Without an endpoint it is one at AWS. */
    S3_ENDPOINT: httpUrl.optional(),
    S3_REGION: z.string().default("us-east-1"),
    S3_BUCKET: z.string().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    /** The bucket's name in the path, as MinIO and most others want it, and not in the host. */
    S3_FORCE_PATH_STYLE: flag.default(true),
    /** How many months single clicks are kept; 0 is for ever. What pages show of them stays. */
    CLICK_RETENTION_MONTHS: z.coerce.number().int().min(0).max(1200).default(25),
    HERALD_ROLE: z.enum(["all", "web", "worker"]).default("all"),
    HERALD_DEMO: flag.default(false),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .superRefine((env, context) => {
    const oidc = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET].filter(Boolean).length;
    if (oidc === 1 || oidc === 2)
      context.addIssue({
        code: "custom",
        path: ["OIDC_ISSUER"],
        message: "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together",
      });
    for (const app of ["LINKEDIN", "X"] as const)
      if (!env[`${app}_CLIENT_ID`] !== !env[`${app}_CLIENT_SECRET`])
        context.addIssue({
          code: "custom",
          path: [`${app}_CLIENT_ID`],
          message: `${app}_CLIENT_ID and ${app}_CLIENT_SECRET go together`,
        });
    const bucket = [env.S3_BUCKET, env.S3_ACCESS_KEY_ID, env.S3_SECRET_ACCESS_KEY].filter(Boolean).length;
    if (bucket === 1 || bucket === 2 || (bucket === 0 && env.S3_ENDPOINT))
      context.addIssue({
        code: "custom",
        path: ["S3_BUCKET"],
        message: "S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together",
      });
    if (env.NETWORK_SIMULATOR && !isLoopbackOrigin(env.NETWORK_SIMULATOR))
      context.addIssue({
        code: "custom",
        path: ["NETWORK_SIMULATOR"],
        message: "is a loopback origin, like http://127.0.0.1:4000",
      });
    if (env.NETWORK_SIMULATOR && env.NODE_ENV !== "test" && !env.HERALD_DEMO)
      context.addIssue({
        code: "custom",
        path: ["NETWORK_SIMULATOR"],
        message: "stands in for real networks; it needs HERALD_DEMO=1, or remove it",
      });
    if (!env.FETCH_ALLOW_ORIGINS.every(isLoopbackOrigin))
      context.addIssue({
        code: "custom",
        path: ["FETCH_ALLOW_ORIGINS"],
        message: "lists loopback origins only, like http://127.0.0.1:4000",
      });
    if (env.FETCH_ALLOW_ORIGINS.length > 0 && env.NODE_ENV !== "test" && !env.HERALD_DEMO)
      context.addIssue({
        code: "custom",
        path: ["FETCH_ALLOW_ORIGINS"],
        message: "is for tests and opens a private address; it needs HERALD_DEMO=1, or remove it",
      });
    if (env.NODE_ENV === "production" && !isBuild && !env.HERALD_DEMO && !env.AUTH_SECRET)
      context.addIssue({
        code: "custom",
        path: ["AUTH_SECRET"],
        message: "is missing; make one with: openssl rand -base64 48",
      });
  });

export type Env = Omit<z.infer<typeof schema>, "AUTH_SECRET" | "PUBLIC_URL"> & {
  AUTH_SECRET: string;
  /** Origin that people and networks reach Herald at, without a trailing slash. */
  PUBLIC_URL: string;
};

/** Reads the environment once. Throws a StartError whose message names each bad variable in one sentence. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (!parsed.success)
    throw new StartError(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "),
    );
  const { AUTH_SECRET, PUBLIC_URL, ...env } = parsed.data;
  return {
    ...env,
    AUTH_SECRET: AUTH_SECRET ?? (isBuild ? "" : keptSecret(env.DATA_DIR)),
    PUBLIC_URL: (PUBLIC_URL ?? `http://${reachable(env.HOST)}:${env.PORT}`).replace(/\/+$/, ""),
  };
}

function isLoopbackOrigin(origin: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(origin);
}

/** "Every address of this machine" is a place to listen at, and none that a browser can open. */
function reachable(host: string): string {
  return host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
}

export const env: Env = parseEnv(process.env);
