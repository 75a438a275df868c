import { accountFor } from "../accounts.ts";
import { type Answer, type Call, html, redirect } from "../call.ts";
import { minute } from "../clock.ts";
import { decide, isAnswer } from "../consent.ts";
import { grantOfAccount, issueCode } from "../grants.ts";
import { escapeHtml, page } from "../page.ts";
import type { World } from "../world.ts";

const selfServe = ["openid", "profile", "email", "w_member_social"];
const vetted = [
  "r_basicprofile",
  "r_member_postAnalytics",
  "r_member_profileAnalytics",
  "r_member_social",
  "r_1st_connections_size",
  "w_member_social_feed",
];

/** `GET https://www.linkedin.com/oauth/v2/authorization` */
export function authorize(world: World, call: Call): Answer {
  const { query } = call;
  const clientId = query.get("client_id");
  const redirectUri = query.get("redirect_uri") ?? "";
  // LinkedIn keeps these two on its own page: nobody is sent back.
  if (!clientId) return ownPage("The passed in client_id is invalid.");
  if (!isRegistered(world, redirectUri))
    return ownPage("The redirect_uri does not match the registered value");

  const back = (answer: Record<string, string>) => {
    const url = new URL(redirectUri);
    const state = query.get("state");
    for (const [name, value] of Object.entries({ ...answer, ...(state === null ? {} : { state }) }))
      url.searchParams.set(name, value);
    return redirect(url.href);
  };
  const scopes = (query.get("scope") ?? "").split(" ").filter(Boolean);
  if (query.get("response_type") !== "code")
    return back({ error: "invalid_request", error_description: "response_type must be code" });
  const refused = scopes.find((scope) => !isAllowed(world, scope));
  if (scopes.length === 0 || refused)
    return back({
      error: "unauthorized_scope_error",
      error_description: `Scope "${refused ?? ""}" is not authorized for your application`,
    });

  const { signedIn } = world.state.linkedin;
  const skipped = world.state.settings.linkedin.skipsConsent && call.method === "GET" && signedIn;
  const decision =
    skipped && hasGrant(world, signedIn, clientId, scopes)
      ? { account: signedIn }
      : decide(world, "linkedin", call, { app: "Herald", scopes });
  if (isAnswer(decision)) return decision;
  if ("denied" in decision)
    return decision.denied === "login"
      ? back({
          error: "user_cancelled_login",
          error_description: "The user cancelled LinkedIn login",
        })
      : back({
          error: "user_cancelled_authorize",
          error_description: "The user cancelled the authorization",
        });

  const { id } = accountFor(world, "linkedin", decision.account);
  world.state.linkedin.signedIn = id;
  endOtherScopes(world, id, clientId, scopes);
  const expiresAt = world.now() + 30 * minute;
  const code = { account: id, clientId, redirectUri, scopes, challenge: null, expiresAt };
  return back({ code: issueCode(world, "linkedin", code) });
}

const isAllowed = (world: World, scope: string): boolean =>
  selfServe.includes(scope) || (world.state.settings.linkedin.communityManagement && vetted.includes(scope));

/** Query parameters of the registered address are ignored; a fragment is not allowed. */
function isRegistered(world: World, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri) || redirectUri.includes("#")) return false;
  const registered = world.state.settings.linkedin.redirectUris;
  const bare = (address: string) => address.split("?")[0];
  return registered === null || registered.some((address) => bare(address) === bare(redirectUri));
}

const sameScopes = (one: string[], other: string[]): boolean =>
  [...new Set(one)].sort().join(" ") === [...new Set(other)].sort().join(" ");

const hasGrant = (world: World, account: string, clientId: string, scopes: string[]): boolean =>
  grantOfAccount(world, "linkedin", account).some(
    (grant) =>
      grant.clientId === clientId &&
      !grant.revoked &&
      (grant.expiresAt ?? 0) > world.now() &&
      sameScopes(grant.scopes, scopes),
  );

/** A different set of scopes ends every earlier token of that member for that app. */
function endOtherScopes(world: World, account: string, clientId: string, scopes: string[]): void {
  for (const grant of grantOfAccount(world, "linkedin", account))
    if (grant.clientId === clientId && !sameScopes(grant.scopes, scopes)) grant.revoked = true;
}

const ownPage = (sentence: string): Answer =>
  html(
    400,
    page(
      "Simulated LinkedIn",
      `<p class="banner">Simulated LinkedIn – nothing leaves this machine</p><main><h1>Bummer, something went wrong.</h1><p>${escapeHtml(sentence)}</p></main>`,
    ),
  );
