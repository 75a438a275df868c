import type { Metadata } from "next";
import { DoorMessage } from "#components/auth/door-message.tsx";
import { linkMinutes } from "#lib/auth/email-provider.ts";

export const metadata: Metadata = { title: "Look into your mailbox" };

export default function CheckMailPage() {
  const text = `If the address you gave can receive mail, a link is on its way. It works once, for ${linkMinutes} minutes.`;
  return <DoorMessage title="Look into your mailbox." text={text} />;
}
