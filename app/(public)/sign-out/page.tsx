import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOut } from "#components/auth/sign-out.tsx";
import { readCsrfToken } from "#lib/auth/csrf-token.ts";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage({ searchParams }: PageProps<"/sign-out">) {
  const csrfToken = await readCsrfToken();
  // next-auth sets the cookie that the form needs, and comes back.
  if (!csrfToken) redirect((await searchParams).asked ? "/sign-in" : "/api/auth/signout");
  return <SignOut csrfToken={csrfToken} />;
}
