import { createTransport } from "nodemailer";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";

export type Mail = { to: string; subject: string; text: string; html: string };

export const canSendMail = (): boolean => env.SMTP_URL !== undefined;

/** Hands a mail to the SMTP server. Throws when there is none, or when it does not take the mail. */
export async function sendMail({ to, ...mail }: Mail): Promise<void> {
  if (!env.SMTP_URL) throw new DomainError("unavailable", "No mail server is set up. Set SMTP_URL.");
  const transport = createTransport({ url: env.SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 });
  // An address object is never parsed, so nothing in it can name a second recipient.
  await transport.sendMail({ ...mail, from: env.MAIL_FROM, to: { name: "", address: to } });
  transport.close();
}

/** A mail of paragraphs and one thing to press; plain text and simple HTML say the same. */
export function composeMail(to: string, subject: string, letter: Letter): Mail {
  const { paragraphs, button, footer } = letter;
  const text = [...paragraphs, `${button.label}: ${button.href}`, footer].join("\n\n");
  const html = [
    '<div style="font:16px/1.5 Georgia,serif;color:#1f1b16;max-width:34em;padding:16px">',
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    `<p><a href="${escapeHtml(button.href)}" style="display:inline-block;padding:10px 18px;background:#a93b26;color:#ffffff;text-decoration:none;border-radius:6px">${escapeHtml(button.label)}</a></p>`,
    `<p style="color:#686058;font-size:14px">${escapeHtml(footer)}</p>`,
    "</div>",
  ].join("\n");
  return { to, subject, text, html };
}

export type Letter = { paragraphs: string[]; button: { label: string; href: string }; footer: string };

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
