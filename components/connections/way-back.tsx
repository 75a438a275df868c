import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import { connectionsPage } from "#lib/connections/landing.ts";

/** To the words or the post that the account was to be connected for. Nothing for who came from the accounts themselves. */
export function WayBack({ returnTo }: { returnTo: string | null }) {
  if (!returnTo || returnTo === connectionsPage) return null;
  return (
    <Link href={returnTo} className={buttonClasses("secondary", "sm")}>
      {returnTo.startsWith("/stories/") ? "Back to your words" : "Back to your post"}
    </Link>
  );
}
