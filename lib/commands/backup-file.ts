import { spawnSync } from "node:child_process";
import { StartError } from "#lib/errors.ts";

export function fileArgument(command: string): string {
  const [file] = process.argv.slice(2);
  if (!file) throw new StartError(`Name the file: npm run ${command} -- FILE`);
  return file;
}

/** Postgres has its own tools for this, of the server's version or newer. */
export function runPostgresTool(name: "pg_dump" | "pg_restore", args: string[]): void {
  const { status, error, stderr } = spawnSync(name, args, { encoding: "utf8" });
  if (error)
    throw new StartError(`${name} was not found. Install Postgres's client tools and run this again.`);
  if (status !== 0) throw new StartError(`${name} failed: ${stderr.trim()}`);
}
