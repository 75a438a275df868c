/** Why somebody who proved who they are, or tried to, is not let in; in words, with what to do. */
export function refusal({ reason, error }: Record<string, unknown>): { title: string; text: string } {
  return refusals[String(reason ?? error)] ?? refusals.other;
}

const refusals: Record<string, { title: string; text: string }> & { other: { title: string; text: string } } =
  {
    stranger: {
      title: "There is no place for you here yet.",
      text: "You proved who you are, but nobody has invited this address, and its domain is not one that may join by itself. Ask the people who run Herald in your company for an invitation, or sign in with another address.",
    },
    suspended: {
      title: "Your place here is suspended.",
      text: "An admin of your organization has suspended it. Nothing of yours is lost; ask them to restore it.",
    },
    identity: {
      title: "This address belongs to another account.",
      text: "Your company's sign-in service now uses this address for somebody new. Ask an admin to invite you again under it.",
    },
    unverified: {
      title: "Your address is not confirmed.",
      text: "Your company's sign-in service does not say that your e-mail address is verified, so we cannot match it to an invitation.",
    },
    Verification: {
      title: "This link no longer works.",
      text: "A sign-in link works once, and for ten minutes. Ask for a new one.",
    },
    other: {
      title: "That sign-in did not work.",
      text: "Please try again. If it happens again, tell an admin.",
    },
  };
