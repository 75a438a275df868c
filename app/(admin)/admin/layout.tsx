import { forbidden } from "next/navigation";
import { hasRole, requireActor } from "#lib/auth/actor.ts";

export default async function AdminRoleLayout({ children }: LayoutProps<"/admin">) {
  if (!hasRole(await requireActor(), "admin")) forbidden();
  return children;
}
