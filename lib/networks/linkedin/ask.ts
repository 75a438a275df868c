import { setTimeout as wait } from "node:timers/promises";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import type { Access } from "../account.ts";
import { askNetwork, type NetworkAnswer } from "../ask-network.ts";
import { linkedinHosts } from "../network-hosts.ts";
import { tokenProblem } from "./answers.ts";
import { readError } from "./errors.ts";
import { waits } from "./waits.ts";

export type LinkedInAccess = Pick<Access, "accessToken" | "tokenReceivedAt">;

type LinkedInQuestion = {
  method: "GET" | "POST";
  /** After the host, with its query. */
  path: string;
  body?: string;
  /** YYYYMM; the configured one unless said. */
  version?: string;
};

/** Asks the REST API: both version headers on every call. */
export function askRest(access: LinkedInAccess, question: LinkedInQuestion): Promise<NetworkAnswer> {
  const { version = env.LINKEDIN_VERSION, ...rest } = question;
  const versions = { "LinkedIn-Version": version, "X-Restli-Protocol-Version": "2.0.0" };
  return askAs(access, { ...rest, url: linkedinHosts().api + question.path, headers: versions });
}

/** Asks with the member's token; once more where the token was too young to be known. */
export async function askAs(
  access: LinkedInAccess,
  { headers, ...question }: Parameters<typeof askNetwork>[0],
): Promise<NetworkAnswer> {
  const send = () =>
    askNetwork({
      ...question,
      headers: {
        Authorization: `Bearer ${access.accessToken}`,
        ...(question.body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
    });
  const answer = await send();
  if (!isTooYoung(access, answer)) return answer;
  await wait(waits.youngTokenMs);
  return send();
}

const youthMs = 20_000;

/** A 401: what was asked has not been done, so asking again does it once. */
function isTooYoung({ tokenReceivedAt }: LinkedInAccess, answer: NetworkAnswer): boolean {
  if (answer.kind !== "answer" || answer.status !== 401 || !tokenReceivedAt) return false;
  const ageMs = clock.now().getTime() - tokenReceivedAt.getTime();
  return ageMs < youthMs && tokenProblem(readError(answer)) === "revoked";
}
