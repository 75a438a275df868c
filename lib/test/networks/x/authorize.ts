import { accountFor } from "../accounts.ts";
import { type Answer, type Call, html, redirect } from "../call.ts";
import { decide, isAnswer } from "../consent.ts";
import { issueCode } from "../grants.ts";
import { escapeHtml, page } from "../page.ts";
import type { World } from "../world.ts";

const known = ["tweet.read", "tweet.write", "users.read", "offline.access", "media.write"];
const codeLivesMs = 30_000;

/** `GET https://x.com/i/oauth2/authorize` */
export function authorize(world: World, call: Call): Answer {
  const { query } = call;
  const [clientId, redirectUri] = [query.get("client_id") ?? "", query.get("redirect_uri") ?? ""];
  const [state, challenge] = [query.get("state") ?? "", query.get("code_challenge") ?? ""];
  const scopes = (query.get("scope") ?? "").split(" ").filter(Boolean);
  const registered = world.state.settings.x.redirectUris;
  const wrong =
    query.get("response_type") !== "code" ||
    !clientId ||
    !URL.canParse(redirectUri) ||
    (registered !== null && !registered.includes(redirectUri)) ||
    !state ||
    state.length > 500 ||
    scopes.length === 0 ||
    scopes.some((scope) => !known.includes(scope)) ||
    query.get("code_challenge_method") !== "S256" ||
    !/^[\w-]{43}$/.test(challenge);
  if (wrong) return ownPage("You weren’t able to give access to the App. Go back and try logging in again.");

  const decision = decide(world, "x", call, { app: "Herald", scopes });
  if (isAnswer(decision)) return decision;
  const back = new URL(redirectUri);
  back.searchParams.set("state", state);
  if ("denied" in decision) back.searchParams.set("error", "access_denied");
  else {
    const account = accountFor(world, "x", decision.account).id;
    const expiresAt = world.now() + codeLivesMs;
    const code = { account, clientId, redirectUri, scopes, challenge, expiresAt };
    back.searchParams.set("code", issueCode(world, "x", code));
  }
  return redirect(back.href);
}

const ownPage = (sentence: string): Answer =>
  html(
    400,
    page(
      "Simulated X",
      `<p class="banner">Simulated X – nothing leaves this machine</p><main><h1>Something went wrong</h1><p>${escapeHtml(sentence)}</p></main>`,
    ),
  );
