import { LogOut } from "lucide-react";
import { itemClasses } from "#components/ui/overlay.ts";
import { SignOutForm } from "./sign-out-form.tsx";

/** One press signs out. Without next-auth's cookie for forms, a page on the way fetches it first. */
export function SignOutItem({ csrfToken }: { csrfToken: string | null }) {
  const looks = `${itemClasses} hover:bg-wash`;
  if (!csrfToken)
    return (
      <a href="/sign-out" className={looks}>
        <LogOut aria-hidden />
        Sign out
      </a>
    );
  return (
    <SignOutForm csrfToken={csrfToken}>
      <button type="submit" className={looks}>
        <LogOut aria-hidden />
        Sign out
      </button>
    </SignOutForm>
  );
}
