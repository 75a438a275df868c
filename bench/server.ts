import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { endChild, hasEnded, startChild } from "#lib/test/child.ts";

const warmUps = 20;
const samples = 100;

/** Starts a server and waits until `address` answers; a redirect is an answer. */
export async function start(program: string, args: string[], env: NodeJS.ProcessEnv, address: string) {
  const child = startChild(program, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const deadline = Date.now() + 60_000;
  const isUp = async () =>
    ((await fetch(address, { redirect: "manual" }).catch(() => null))?.status ?? 500) < 400;
  while (!(await isUp())) {
    if (hasEnded(child) || Date.now() > deadline)
      throw new Error(`${program} ${args.join(" ")} does not answer`);
    await wait(100);
  }
  return { origin: new URL(address).origin, stop: () => endChild(child) };
}

/** Signs in through the demo provider; the cookies of the session. */
export async function signIn(origin: string, email: string): Promise<string> {
  const first = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await first.json());
  const answer = await fetch(`${origin}/api/auth/callback/demo`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(first), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, csrfToken, json: "true" }),
  });
  return cookiesOf(answer);
}

/** The median time from asking for a page to having all of it, one request after the other, each after `before`. */
export async function medianMilliseconds(
  address: string,
  cookie: string,
  before: () => Promise<void> = async () => {},
): Promise<number> {
  for (let index = 0; index < warmUps; index++) await timeOne(address, cookie);
  const times: number[] = [];
  for (let index = 0; index < samples; index++) {
    await before();
    times.push(await timeOne(address, cookie));
  }
  const median = times.sort((a, b) => a - b)[samples / 2] ?? Number.NaN;
  return Math.round(median * 100) / 100;
}

async function timeOne(address: string, cookie: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(address, { headers: { cookie }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
  return performance.now() - startedAt;
}

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
