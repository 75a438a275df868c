import Link from "next/link";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { Door } from "#components/auth/door.tsx";

export function SignOut({ csrfToken }: { csrfToken: string }) {
  return (
    <Door title="Sign out of Herald?">
      <AuthForm action="signout" csrfToken={csrfToken} callbackUrl="/sign-in">
        <button type="submit" className="rounded-md bg-accent px-4 py-2 text-accent-ink">
          Sign out
        </button>
      </AuthForm>
      <p>
        <Link href="/" className="text-accent underline">
          Stay signed in
        </Link>
      </p>
    </Door>
  );
}
