import type { ReactNode } from "react";

/** A plain form that next-auth answers: it works before, and without, any script. */
export function AuthForm({ action, csrfToken, callbackUrl, onSubmit, children }: AuthFormProps) {
  return (
    <form method="post" action={`/api/auth/${action}`} onSubmit={onSubmit}>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {children}
    </form>
  );
}

type AuthFormProps = {
  action: string;
  csrfToken: string;
  callbackUrl: string;
  onSubmit?: () => void;
  children: ReactNode;
};
