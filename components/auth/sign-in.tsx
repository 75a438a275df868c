import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Label } from "#components/ui/label.tsx";
import type { SignInView } from "#lib/auth/sign-in.ts";
import { AuthForm } from "./auth-form.tsx";
import { DemoAccounts } from "./demo-accounts.tsx";
import { Door } from "./door.tsx";

export function SignIn({ message, demoAccounts, hasMail, oidcName, ...form }: SignInView) {
  const isClosed = demoAccounts.length === 0 && !hasMail && !oidcName;
  return (
    <Door title="Stories worth sharing, in your own words.">
      {message ? (
        <p role="alert" className="rounded-md border border-accent/35 bg-raised px-4 py-3">
          {message}
        </p>
      ) : null}
      {oidcName ? (
        <AuthForm action="signin/oidc" {...form}>
          <Button type="submit" variant="primary" size="lg" className="w-full">
            Sign in with {oidcName}
          </Button>
        </AuthForm>
      ) : null}
      {hasMail ? (
        <AuthForm action="signin/email" {...form}>
          <div className="grid gap-1.5">
            <Label htmlFor="email">Your e-mail address at work</Label>
            <div className="flex flex-col gap-3 sm:flex-row">
              <Input id="email" name="email" type="email" required maxLength={254} autoComplete="email" />
              <Button type="submit" variant={oidcName ? "secondary" : "primary"}>
                Send me a link
              </Button>
            </div>
          </div>
        </AuthForm>
      ) : null}
      {demoAccounts.length > 0 ? <DemoAccounts accounts={demoAccounts} {...form} /> : null}
      {isClosed ? (
        <p className="text-lg leading-7 text-quiet">
          No way to sign in is set up yet. Whoever runs this Herald sets SMTP_URL for links by e-mail, or
          OIDC_ISSUER with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET for your company’s own sign-in.
        </p>
      ) : null}
    </Door>
  );
}
