import { Button } from "#components/ui/button.tsx";
import { AuthForm } from "./auth-form.tsx";
import { Door } from "./door.tsx";

export function SignOut({ csrfToken }: { csrfToken: string }) {
  return (
    <Door title="Sign out of Herald?">
      <div className="flex flex-wrap gap-3">
        <AuthForm action="signout" csrfToken={csrfToken} callbackUrl="/sign-in">
          <Button type="submit" variant="primary">
            Sign out
          </Button>
        </AuthForm>
        <Button asChild>
          <a href="/">Stay signed in</a>
        </Button>
      </div>
    </Door>
  );
}
