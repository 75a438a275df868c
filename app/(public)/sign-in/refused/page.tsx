import type { Metadata } from "next";
import { DoorMessage } from "#components/auth/door-message.tsx";
import { refusal } from "#lib/auth/refusal.ts";

export const metadata: Metadata = { title: "No way in" };

export default async function DoorMessagePage({ searchParams }: PageProps<"/sign-in/refused">) {
  return <DoorMessage {...refusal(await searchParams)} />;
}
