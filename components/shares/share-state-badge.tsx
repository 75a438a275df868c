import type { ComponentProps } from "react";
import { Badge } from "#components/ui/badge.tsx";
import type { Share } from "#lib/shares/schemas.ts";

type Look = { tone?: ComponentProps<typeof Badge>["tone"]; words: string };

const looks: Record<Share["state"], Look> = {
  intended: { words: "not confirmed yet" },
  confirmed: { tone: "attested", words: "went out, attested" },
  scheduled: { tone: "accent", words: "scheduled" },
  publishing: { tone: "accent", words: "publishing" },
  published: { tone: "reported", words: "published, reported" },
  failed: { tone: "danger", words: "did not go out" },
  unknown: { tone: "danger", words: "may have been published" },
  withdrawn: { words: "taken back" },
};

/** What became of a share, and who says so: its member, or the network. */
export function ShareStateBadge({ state }: { state: Share["state"] }) {
  const { words, ...look } = looks[state];
  return <Badge {...look}>{words}</Badge>;
}
