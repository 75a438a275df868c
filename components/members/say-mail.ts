/** What became of an invitation's mail, for the admin who sent it. */
export function sayMail(email: string, mail: "sent" | "failed" | "off"): string {
  if (mail === "sent") return `An invitation is on its way to ${email}.`;
  if (mail === "failed")
    return `${email} is invited, but the mail did not go out. Tell them yourself, or try again.`;
  return `${email} is invited. No mail server is set up, so tell them yourself.`;
}
