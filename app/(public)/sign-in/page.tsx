import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignIn } from "#components/auth/sign-in.tsx";
import { getActor } from "#lib/auth/actor.ts";
import { prepareSignIn } from "#lib/auth/sign-in.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  if (await getActor()) redirect("/");
  return <SignIn {...(await prepareSignIn(await searchParams))} />;
}
