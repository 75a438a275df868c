import { AuthForm } from "#components/auth/auth-form.tsx";
import { Door } from "#components/auth/door.tsx";
import type { SignInView } from "#lib/auth/sign-in.ts";

export function SignIn({ csrfToken, callbackUrl, message, demoAccounts }: SignInView) {
  return (
    <Door title="Stories worth sharing, in your own words.">
      {message ? (
        <p role="alert" className="border-l-2 border-accent pl-3 text-ink">
          {message}
        </p>
      ) : null}
      {demoAccounts.length > 0 ? (
        <section aria-labelledby="demo" className="flex flex-col gap-3">
          <h2 id="demo" className="text-sm text-quiet">
            This is a demonstration. Choose who you want to be.
          </h2>
          <ul className="grid gap-2 sm:grid-cols-2">
            {demoAccounts.map((account) => (
              <li key={account.email}>
                <AuthForm action="callback/demo" csrfToken={csrfToken} callbackUrl={callbackUrl}>
                  <input type="hidden" name="email" value={account.email} />
                  <button
                    type="submit"
                    className="w-full rounded-md border border-line bg-raised px-4 py-3 text-left text-ink hover:border-accent"
                  >
                    {account.role} at {account.organization}
                    <span className="block text-sm text-quiet">{account.email}</span>
                  </button>
                </AuthForm>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Door>
  );
}
