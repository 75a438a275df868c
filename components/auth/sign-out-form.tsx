"use client";

import type { ReactNode } from "react";
import { AuthForm } from "./auth-form.tsx";

/** Signs out, and leaves nothing of what was being written to whoever signs in next in this tab. */
export function SignOutForm({ csrfToken, children }: { csrfToken: string; children: ReactNode }) {
  return (
    <AuthForm
      action="signout"
      csrfToken={csrfToken}
      callbackUrl="/sign-in"
      onSubmit={() => sessionStorage.clear()}
    >
      {children}
    </AuthForm>
  );
}
