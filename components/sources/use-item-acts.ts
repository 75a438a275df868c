"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { editorAddress } from "#components/stories/desk/addresses.ts";
import { callAction } from "#lib/call-action.ts";
import { dismissItemAction, makeStoryAction, restoreItemAction } from "#lib/sources/actions.ts";
import type { WaitingItem } from "#lib/sources/items/schemas.ts";

type Item = Pick<WaitingItem, "id" | "title">;

/** What can be done with an item. One that was decided on leaves the list at once, and comes back when that failed. */
export function useItemActs(organizationId: string) {
  const router = useRouter();
  const client = useQueryClient();
  const [decidedIds, setDecidedIds] = useState<ReadonlySet<string>>(new Set());
  const [makingId, setMakingId] = useState<string | null>(null);
  const show = (id: string) => setDecidedIds((ids) => new Set([...ids].filter((each) => each !== id)));
  const hide = (id: string) => setDecidedIds((ids) => new Set([...ids, id]));
  const refresh = () => client.invalidateQueries({ queryKey: [organizationId, "sources", "items"] });

  async function make({ id }: Item): Promise<void> {
    if (makingId) return;
    setMakingId(id);
    const result = await callAction(makeStoryAction, { itemId: id });
    if (result.ok) return router.push(editorAddress(result.data.storyId));
    setMakingId(null);
    toast.error(result.message);
    await refresh();
  }

  async function dismiss(item: Item): Promise<void> {
    if (makingId || decidedIds.has(item.id)) return;
    hide(item.id);
    const result = await callAction(dismissItemAction, { itemId: item.id });
    if (!result.ok) {
      show(item.id);
      toast.error(result.message);
      return;
    }
    toast("Dismissed", {
      description: item.title,
      duration: 10_000,
      action: { label: "Undo", onClick: () => void restore(item) },
    });
  }

  async function restore({ id, title }: Item): Promise<void> {
    const result = await callAction(restoreItemAction, { itemId: id });
    if (!result.ok) return void toast.error(result.message);
    await refresh();
    show(id);
    toast("Back in the queue", { description: title });
  }

  return { make, dismiss, decidedIds, makingId };
}
