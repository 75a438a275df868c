import type { Account } from "./accounts.ts";
import { escapeHtml, page } from "./page.ts";
import { type Provider, providerNames } from "./provider.ts";

/** The screen on which a person lets Herald in. It answers to its own address, which holds what was asked. */
export function consentPage({
  provider,
  accounts,
  app,
  scopes,
}: {
  provider: Provider;
  accounts: Account[];
  app: string;
  scopes: string[];
}): string {
  const name = providerNames[provider];
  const choices = accounts
    .map(
      ({ id, name: person }, index) =>
        `<label><input type="radio" name="account" value="${escapeHtml(id)}"${index === 0 ? " checked" : ""}> ${escapeHtml(person)}</label>`,
    )
    .join("");
  return page(
    `Simulated ${name}`,
    `<p class="banner" role="note">Simulated ${name} – nothing leaves this machine</p>
<main><h1>Let ${escapeHtml(app)} use your ${name} account?</h1>
<form method="post">
<p>It asks for: ${scopes.map((scope) => `<code>${escapeHtml(scope)}</code>`).join(", ")}</p>
<fieldset><legend>Sign in as</legend>${choices}
<label><input type="radio" name="account" value="other"> Another person</label>
<label>Name of another person<input type="text" name="other" autocomplete="off"></label></fieldset>
<button class="primary" name="decision" value="allow">Allow</button>
<button name="decision" value="cancel">Cancel</button>
</form></main>`,
  );
}
