import type { Metadata } from "next";
import { ConfirmLink } from "#components/auth/confirm-link.tsx";
import { readMailedLink } from "#lib/auth/mailed-link.ts";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer", robots: "noindex" };

export default async function ConfirmPage({ searchParams }: PageProps<"/sign-in/confirm">) {
  return <ConfirmLink link={readMailedLink(await searchParams)} />;
}
