import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOut } from "#components/auth/sign-out.tsx";
import { readCsrfToken } from "#lib/auth/csrf-token.ts";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage() {
  const csrfToken = await readCsrfToken();
  if (!csrfToken) redirect("/sign-in");
  return <SignOut csrfToken={csrfToken} />;
}
