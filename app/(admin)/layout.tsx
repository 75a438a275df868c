import { AppShell } from "#components/layout/app-shell.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getViewer } from "#lib/members/queries.ts";

export default async function AdminLayout({ children }: LayoutProps<"/">) {
  const viewer = await getViewer(await requireActor());
  return <AppShell viewer={viewer}>{children}</AppShell>;
}
