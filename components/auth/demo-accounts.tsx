import type { SignInView } from "#lib/auth/sign-in.ts";
import { AuthForm } from "./auth-form.tsx";

type DemoAccountsProps = Pick<SignInView, "csrfToken" | "callbackUrl"> & {
  accounts: SignInView["demoAccounts"];
};

/** A button for each person of the demonstration; no password, no proof. */
export function DemoAccounts({ accounts, ...form }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo" className="grid gap-3">
      <h2 id="demo" className="font-sans text-[0.9375rem] font-normal tracking-normal text-quiet">
        This is a demonstration. Choose who you want to be.
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {accounts.map(({ email, role, organization }) => (
          <li key={email}>
            <AuthForm action="callback/demo" {...form}>
              <input type="hidden" name="email" value={email} />
              <button
                type="submit"
                className="grid w-full gap-0.5 rounded-md border border-edge/50 bg-raised px-4 py-3 text-left hover:border-accent"
              >
                <span className="font-medium">
                  {role} at {organization}
                </span>
                <span className="truncate text-sm text-quiet">{email}</span>
              </button>
            </AuthForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
