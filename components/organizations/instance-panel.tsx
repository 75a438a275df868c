import type { ReactNode } from "react";
import type { Instance } from "#lib/organizations/queries.ts";

/** What an admin should know about the machine below: which database, and what it promises. */
export function InstancePanel({ instance }: { instance: Instance }) {
  const { version, database, hasMail, hasOidc, isDemo } = instance;
  return (
    <section aria-labelledby="instance" className="grid gap-4 rounded-md border border-line bg-raised p-5">
      <h2 id="instance" className="text-2xl leading-tight">
        How this Herald runs
      </h2>
      <dl className="grid gap-3">
        <Fact name="Version">{version}</Fact>
        <Fact name="Database">{database === "pglite" ? pgliteTruth : postgresTruth}</Fact>
        <Fact name="Sign-in">{saySignIn(hasMail, hasOidc)}</Fact>
        {isDemo ? (
          <Fact name="Demonstration">Anybody who reaches this address can sign in as anybody.</Fact>
        ) : null}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-sm text-quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const pgliteTruth =
  "PGlite, inside this process, in DATA_DIR. Good for trying out, development and small teams. What was saved outlives a crash of Herald, but after a power cut the last moments may be missing. Make backups with npm run backup, and set DATABASE_URL to a Postgres server when it matters.";

const postgresTruth =
  "Postgres, on a server of its own. What was saved is kept as safely as that server keeps it; back it up as you back up your other databases.";

function saySignIn(hasMail: boolean, hasOidc: boolean): string {
  if (hasMail && hasOidc) return "Links by e-mail, and your company’s OpenID provider.";
  if (hasMail) return "Links by e-mail.";
  return hasOidc
    ? "Your company’s OpenID provider. No mail server is set up, so invitations are not mailed."
    : "No mail server and no OpenID provider is set up: set SMTP_URL or OIDC_ISSUER.";
}
