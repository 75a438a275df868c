import { type Answer, type Call, json } from "../call.ts";
import { newSecret } from "../secrets.ts";
import type { World } from "../world.ts";
import { invalid } from "./errors.ts";
import { paramsOf } from "./params.ts";
import { areKnown, scopesIn } from "./scopes.ts";
import type { MastodonApp } from "./state.ts";

/** `POST /api/v1/apps`: a client registers itself, once for each server. */
export async function registerApp(world: World, call: Call): Promise<Answer> {
  const params = await paramsOf(call);
  const name = params.text("client_name")?.trim();
  if (!name) throw invalid("Name can't be blank");
  const redirectUris = params.list("redirect_uris").length
    ? params.list("redirect_uris")
    : (params.text("redirect_uris") ?? "").split(/\s+/).filter(Boolean);
  if (redirectUris.length === 0) throw invalid("Redirect URI can't be blank");
  if (redirectUris.some((uri) => !URL.canParse(uri))) throw invalid("Redirect URI must be an absolute URI.");
  const scopes = scopesIn(params.text("scopes") ?? "read");
  if (!areKnown(world, scopes)) throw invalid("Scopes doesn't match configured on the server.");

  const app: MastodonApp = {
    id: world.nextId(16),
    name,
    clientId: newSecret(32),
    clientSecret: newSecret(32),
    redirectUris,
    scopes,
  };
  world.state.mastodon.apps[app.clientId] = app;
  return json(200, {
    id: app.id,
    name,
    website: params.text("website"),
    scopes,
    redirect_uri: redirectUris.join("\n"),
    redirect_uris: redirectUris,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    client_secret_expires_at: 0,
  });
}
