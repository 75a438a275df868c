import { redirect } from "next/navigation";
import { z } from "zod";
import { readCsrfToken } from "#lib/auth/csrf-token.ts";
import { demoAccounts } from "#lib/auth/demo-provider.ts";
import { env } from "#lib/env.ts";
import { canSendMail } from "#lib/mail.ts";

const word = z.string().catch("");
const signInParams = z.object({ callbackUrl: word, error: word, asked: word });

/** What the sign-in page shows. Goes once by next-auth for the cookie that its forms need. */
export async function prepareSignIn(params: Record<string, unknown>) {
  const { callbackUrl, error, asked } = signInParams.parse(params);
  const csrfToken = await readCsrfToken();
  if (!csrfToken && !asked)
    redirect(`/api/auth/signin?${new URLSearchParams({ callbackUrl: callbackUrl || "/" })}`);
  return {
    csrfToken: csrfToken ?? "",
    callbackUrl: callbackUrl || "/",
    message: csrfToken
      ? explain(error)
      : "Herald keeps you signed in with a cookie. Allow cookies for this site, then load the page again.",
    demoAccounts: env.HERALD_DEMO ? demoAccounts : [],
    hasMail: canSendMail(),
    oidcName: env.OIDC_ISSUER ? env.OIDC_NAME : null,
  };
}

export type SignInView = Awaited<ReturnType<typeof prepareSignIn>>;

function explain(error: string): string | null {
  return error ? (sentences[error] ?? "That did not work. Please try again.") : null;
}

const sentences: Record<string, string> = {
  CredentialsSignin: "That does not look like an e-mail address.",
  EmailSignin: "We could not send the mail. Check the address, or try again in a moment.",
  TooManyMails:
    "That is a lot of mails in a short time. Look into your mailbox, or try again in a quarter of an hour.",
  OAuthSignin: "Your company's sign-in service did not answer. Try again in a moment.",
  OAuthCallback: "Your company's sign-in service sent you back without a sign-in. Please try again.",
};
