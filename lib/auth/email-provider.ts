import type { EmailConfig } from "next-auth/providers/email";
import { emailAddress } from "#lib/auth/email-address.ts";
import { env } from "#lib/env.ts";
import { composeMail, sendMail } from "#lib/mail.ts";

export const linkMinutes = 10;

/** A link by e-mail, sent to whoever asks: whether the address may come in is said only after it is proven. */
export const emailProvider = (): EmailConfig => {
  const config: Omit<EmailConfig, "options"> = {
    id: "email",
    type: "email",
    name: "Email",
    server: {},
    from: env.MAIL_FROM,
    maxAge: linkMinutes * 60,
    normalizeIdentifier: (identifier) => emailAddress.parse(identifier),
    sendVerificationRequest: ({ identifier, url }) => sendSignInMail(identifier, new URL(url).searchParams),
  };
  return { ...config, options: {} };
};

async function sendSignInMail(email: string, params: URLSearchParams): Promise<void> {
  // The link opens a page with a button: a mail scanner that follows links does not use it up.
  const link = new URL("/sign-in/confirm", env.PUBLIC_URL);
  link.search = params.toString();
  const { host } = link;
  await sendMail(
    composeMail(email, `Sign in to Herald at ${host}`, {
      paragraphs: ["Hello,", `this link signs you in to Herald at ${host}, as ${email}.`],
      button: { label: "Sign in", href: link.href },
      footer: `It works once, for ${linkMinutes} minutes. If you did not ask for it, there is nothing to do.`,
    }),
  );
}
