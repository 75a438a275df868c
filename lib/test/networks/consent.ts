import { accountFor, findAccount, idOfName } from "./accounts.ts";
import { type Answer, type Call, formOf, html } from "./call.ts";
import { consentPage } from "./consent-page.ts";
import type { Provider } from "./provider.ts";
import type { World } from "./world.ts";

export type ConsentPreset = {
  provider?: Provider;
  /** Who is asked; alice unless said. */
  account?: string;
  /** `other_account`: they are signed in as somebody else, and allow. */
  decision: "approve" | "deny_login" | "deny_consent" | "other_account";
};

export type Decision = { account: string } | { denied: "login" | "consent" };

/** What was decided beforehand, or on the page that was sent; a page when nothing was decided yet. */
export function decide(
  world: World,
  provider: Provider,
  call: Call,
  asked: { app: string; scopes: string[] },
): Decision | Answer {
  if (call.method === "POST") return fromPage(world, provider, formOf(call));
  const index = world.consents.findIndex((preset) => !preset.provider || preset.provider === provider);
  const [preset] = index === -1 ? [] : world.consents.splice(index, 1);
  if (preset) return fromPreset(world, provider, preset);
  const accounts = Object.values(world.state.accounts[provider]).slice(0, 12);
  return html(200, consentPage({ provider, accounts, ...asked }));
}

export const isAnswer = (value: Decision | Answer): value is Answer => "status" in value;

function fromPage(world: World, provider: Provider, form: URLSearchParams): Decision {
  if (form.get("decision") !== "allow") return { denied: "consent" };
  const other = form.get("other")?.trim();
  // Who types a name means it, whatever the buttons above say.
  if (other) return { account: accountFor(world, provider, idOfName(other), other).id };
  return { account: findAccount(world, provider, form.get("account") ?? "")?.id ?? "alice" };
}

function fromPreset(world: World, provider: Provider, preset: ConsentPreset): Decision {
  if (preset.decision === "deny_login") return { denied: "login" };
  if (preset.decision === "deny_consent") return { denied: "consent" };
  const asked = preset.account ?? "alice";
  const account = preset.decision === "approve" ? asked : asked === "bob" ? "alice" : "bob";
  return { account: accountFor(world, provider, account).id };
}
