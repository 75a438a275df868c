import { forbidden } from "next/navigation";
import { hasRole, requireActor } from "#lib/auth/actor.ts";

export default async function DeskRoleLayout({ children }: LayoutProps<"/desk">) {
  if (!hasRole(await requireActor(), "curator", "admin")) forbidden();
  return children;
}
