import type { Metadata } from "next";
import { ConfirmLink } from "#components/auth/confirm-link.tsx";
import { readMailedLink } from "#lib/auth/mailed-link.ts";

// The address holds the link's token, so no other site is told it. "no-referrer" would make our own form's Origin null.
export const metadata: Metadata = { title: "Sign in", referrer: "same-origin", robots: "noindex" };

export default async function ConfirmPage({ searchParams }: PageProps<"/sign-in/confirm">) {
  return <ConfirmLink link={readMailedLink(await searchParams)} />;
}
