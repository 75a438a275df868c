import { z } from "zod";
import { clock } from "#lib/clock.ts";
import type { Tokens } from "./account.ts";
import { answerDetail } from "./answer-detail.ts";
import { askNetwork, readJson } from "./ask-network.ts";
import type { HeardAnswer } from "./create-answer.ts";
import type { AppBlock, RetryAfter } from "./outcomes.ts";
import { after, jitter } from "./retry-times.ts";
import { readScopes } from "./scopes.ts";

type TokenQuestion = {
  url: string;
  form: Record<string, string>;
  headers?: Record<string, string>;
  /** What stands for `expires_in` and `scope` where the answer leaves them out. */
  usual: { seconds: number; scopes: string };
};

export type TokenOutcome =
  | { kind: "tokens"; tokens: Tokens }
  /** The code or the refresh token is not taken. */
  | { kind: "refused"; status: number; error: string; description: string }
  | AppBlock
  | RetryAfter
  /** Nothing is known. When it `mayBeSpent`, the network may have taken the code or refresh token that was sent. */
  | { kind: "unheard"; mayBeSpent: boolean };

const granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
  refresh_token: z.string().min(1).optional().catch(undefined),
  refresh_token_expires_in: z.coerce.number().positive().optional().catch(undefined),
  scope: z.string().min(1).optional().catch(undefined),
});

const refused = z.object({ error: z.string(), error_description: z.string().catch("") });

/** Asks for tokens as in RFC 6749. Whose fault a refusal is, the member's consent or the app's secret, is told apart here. */
export async function askForTokens({ url, form, headers, usual }: TokenQuestion): Promise<TokenOutcome> {
  const answer = await askNetwork({
    method: "POST",
    url,
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(form).toString(),
  });
  if (answer.kind === "not_sent") return { kind: "unheard", mayBeSpent: false };
  if (answer.kind === "no_answer") return { kind: "unheard", mayBeSpent: true };
  return answer.status < 300
    ? readGranted(answer, usual)
    : readRefused(answer, [...Object.values(form), headers?.Authorization ?? null]);
}

function readGranted(answer: HeardAnswer, usual: TokenQuestion["usual"]): TokenOutcome {
  const { data } = granted.safeParse(readJson(answer));
  if (!data) return { kind: "unheard", mayBeSpent: true };
  const inSeconds = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000);
  const { refresh_token_expires_in: refreshSeconds } = data;
  return {
    kind: "tokens",
    tokens: {
      accessToken: data.access_token,
      refreshToken: data.refresh_token ?? null,
      expiresAt: inSeconds(data.expires_in ?? usual.seconds),
      refreshExpiresAt: refreshSeconds ? inSeconds(refreshSeconds) : null,
      grantedScopes: readScopes(data.scope ?? usual.scopes),
    },
  };
}

function readRefused(answer: HeardAnswer, sent: (string | null)[]): TokenOutcome {
  const { status, text } = answer;
  if (status >= 500 || status === 408) return { kind: "unheard", mayBeSpent: true };
  if (status === 429) return after(15 * 60_000 + jitter(60_000));
  const detail = answerDetail(text, sent) ?? undefined;
  if (status === 402) return { kind: "app_blocked", reason: "credits", detail };
  const { data } = refused.safeParse(readJson(answer));
  if (isAboutTheApp(status, data)) return { kind: "app_blocked", reason: "credentials", detail };
  // A gateway's page, for example. It says nothing of the grant.
  if (!data) return { kind: "unheard", mayBeSpent: false };
  return { kind: "refused", status, error: data.error, description: data.error_description };
}

/** A wrong secret is nobody's consent: were it read as one, it would disconnect everybody. */
function isAboutTheApp(status: number, refusal: z.output<typeof refused> | undefined): boolean {
  if (refusal && /^(invalid_client|unauthorized_client)$/.test(refusal.error)) return true;
  // LinkedIn answers 401 for a code that it does not know, too.
  return status === 401 && !/authorization code/i.test(refusal?.error_description ?? "");
}
