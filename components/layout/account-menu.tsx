import { AtSign, UserRound } from "lucide-react";
import Link from "next/link";
import { OrganizationSwitch } from "#components/auth/organization-switch.tsx";
import { SignOutItem } from "#components/auth/sign-out-item.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { itemClasses } from "#components/ui/overlay.ts";
import { readCsrfToken } from "#lib/auth/csrf-token.ts";
import type { Viewer } from "#lib/members/schemas.ts";
import { ThemeChoice } from "./theme-choice.tsx";

/** A native popover: it opens, closes and takes focus without a line of script. */
export async function AccountMenu({ viewer }: { viewer: Viewer }) {
  const { name, email } = viewer;
  const csrfToken = await readCsrfToken();
  return (
    <div>
      <button type="button" popoverTarget="account" className="grid place-items-center rounded-full">
        <Avatar name={name} className="hover:text-ink" />
        <span className="sr-only">Account of {name}</span>
      </button>
      <div
        id="account"
        popover="auto"
        className="fixed inset-auto top-13 right-4 m-0 w-64 rounded-md border border-line bg-raised p-1.5 text-ink shadow-float open:animate-rise xl:right-[max(1.5rem,calc((100vw-80rem)/2+1.5rem))]"
      >
        <p className="grid px-2.5 py-2 leading-5">
          <span className="truncate font-medium">{name}</span>
          <span className="truncate text-sm text-quiet">{email}</span>
        </p>
        <hr className="-mx-1.5 my-1.5 border-line" />
        <ThemeChoice />
        <hr className="-mx-1.5 my-1.5 border-line" />
        {viewer.otherOrganizations.length > 0 ? (
          <OrganizationSwitch organizations={viewer.otherOrganizations} />
        ) : null}
        <Link href="/me/settings" className={`${itemClasses} hover:bg-wash`}>
          <UserRound aria-hidden />
          How you appear
        </Link>
        <Link href="/me/connections" className={`${itemClasses} hover:bg-wash`}>
          <AtSign aria-hidden />
          Your accounts
        </Link>
        <SignOutItem csrfToken={csrfToken} />
      </div>
    </div>
  );
}
