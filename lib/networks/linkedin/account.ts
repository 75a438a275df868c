import { z } from "zod";
import type { Account } from "../account.ts";
import { type NetworkAnswer, readJson } from "../ask-network.ts";
import type { ConnectOutcome } from "../connector.ts";
import { linkedinHosts } from "../network-hosts.ts";
import type { AppBlock, RetryAfter, TryLater } from "../outcomes.ts";
import { readRefusal } from "./answers.ts";
import { askAs, type LinkedInAccess } from "./ask.ts";

type WhoOutcome =
  | { kind: "account"; account: Account }
  | Extract<ConnectOutcome, { kind: "start_again" }>
  | AppBlock
  | RetryAfter
  | TryLater;

const optionalName = z.string().trim().min(1).optional().catch(undefined);

const userinfo = z
  .object({ sub: z.string().min(1), name: optionalName, given_name: optionalName, family_name: optionalName })
  .transform(({ sub, name, given_name, family_name }) => ({
    subject: sub,
    name: name ?? joined(given_name, family_name),
    vanityName: undefined,
  }));

const me = z
  .object({
    id: z.string().min(1),
    localizedFirstName: optionalName,
    localizedLastName: optionalName,
    vanityName: optionalName,
  })
  .transform(({ id, localizedFirstName, localizedLastName, vanityName }) => ({
    subject: id,
    name: joined(localizedFirstName, localizedLastName),
    vanityName,
  }));

/**
 * Who gave consent. An app with the OpenID product asks `userinfo`; one that LinkedIn vetted and that has not got it is told
 * by `/v2/me`. Which of them an app may ask is not documented for every product, so a refused one is followed by the other.
 */
export async function readAccount(access: LinkedInAccess, grantedScopes: string[]): Promise<WhoOutcome> {
  const [first, second] = grantedScopes.includes("openid")
    ? ([askUserinfo, askMe] as const)
    : ([askMe, askUserinfo] as const);
  const answer = await first(access);
  if (!isForbidden(answer)) return readWho(answer, grantedScopes);
  const other = await second(access);
  return readWho(isForbidden(other) ? answer : other, grantedScopes);
}

const askUserinfo = (access: LinkedInAccess) =>
  askAs(access, { method: "GET", url: `${linkedinHosts().api}/v2/userinfo` });

const askMe = (access: LinkedInAccess) =>
  askAs(access, { method: "GET", url: `${linkedinHosts().api}/v2/me` });

const isForbidden = (answer: NetworkAnswer): boolean => answer.kind === "answer" && answer.status === 403;

function readWho(answer: NetworkAnswer, grantedScopes: string[]): WhoOutcome {
  if (answer.kind !== "answer") return { kind: "try_later" };
  const { data } = userinfo.or(me).safeParse(answer.status === 200 ? readJson(answer) : null);
  if (data) return { kind: "account", account: toAccount(data) };
  const refusal = readRefusal(answer, { grantedScopes }, grantedScopes[0]);
  if (refusal?.kind === "needs_reconnect") return { kind: "start_again" };
  return refusal && refusal.kind !== "rejected" ? refusal : { kind: "try_later" };
}

function toAccount({ subject, name, vanityName }: z.output<typeof userinfo> | z.output<typeof me>): Account {
  const displayName = name || "LinkedIn member";
  return {
    origin: "",
    subject,
    handle: vanityName ?? displayName,
    displayName,
    profileUrl: vanityName ? `${linkedinHosts().pages}/in/${encodeURIComponent(vanityName)}` : null,
    limits: null,
  };
}

const joined = (...names: (string | undefined)[]): string => names.filter(Boolean).join(" ");
