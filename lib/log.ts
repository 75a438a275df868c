import { pino } from "pino";
import { env } from "#lib/env.ts";
import { loggedError } from "#lib/logged-error.ts";

export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  serializers: { err: loggedError },
  redact: ["*.token", "*.secret", "*.password", "*.cookie", "*.authorization", "headers.cookie"],
});
