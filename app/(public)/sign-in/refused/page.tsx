import type { Metadata } from "next";
import { Refused } from "#components/auth/refused.tsx";
import { refusal } from "#lib/auth/refusal.ts";

export const metadata: Metadata = { title: "No way in" };

export default async function RefusedPage({ searchParams }: PageProps<"/sign-in/refused">) {
  return <Refused {...refusal(await searchParams)} />;
}
