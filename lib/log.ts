import { pino } from "pino";
import { env } from "#lib/env.ts";

export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  redact: ["*.token", "*.secret", "*.password", "*.cookie", "*.authorization", "headers.cookie"],
});
