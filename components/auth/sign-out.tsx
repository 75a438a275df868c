import { Button } from "#components/ui/button.tsx";
import { Door } from "./door.tsx";
import { SignOutForm } from "./sign-out-form.tsx";

export function SignOut({ csrfToken }: { csrfToken: string }) {
  return (
    <Door title="Sign out of Herald?">
      <div className="flex flex-wrap gap-3">
        <SignOutForm csrfToken={csrfToken}>
          <Button type="submit" variant="primary">
            Sign out
          </Button>
        </SignOutForm>
        <Button asChild>
          <a href="/">Stay signed in</a>
        </Button>
      </div>
    </Door>
  );
}
