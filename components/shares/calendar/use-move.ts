import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { sayMoment } from "#lib/calendar.ts";
import { callAction } from "#lib/call-action.ts";
import { toLocalTime, toMoment } from "#lib/local-time.ts";
import { moveShareAction } from "#lib/shares/schedule/actions.ts";

type Moved = { id: string; at: string };

/**
 * Gives a share another time at once, and takes it back with the reason when the server refuses. What was moved can be
 * moved back.
 */
export function useMove(organizationId: string, timeZone: string) {
  const client = useQueryClient();
  /** Where shares stand that are being moved, until the server says so too. */
  const [moved, setMoved] = useState<Record<string, string>>({});

  async function move({ id, at: before }: Moved, local: string, isUndo = false): Promise<void> {
    const moment = toMoment(local, timeZone);
    setMoved((others) => ({ ...others, [id]: moment.toISOString() }));
    const result = await callAction(moveShareAction, { shareId: id, at: local, timeZone });
    await client.invalidateQueries({ queryKey: [organizationId, "shares"] });
    setMoved(({ [id]: _, ...others }) => others);
    if (!result.ok) return void toast(result.message);
    if (isUndo) return;
    toast(`It goes out ${sayMoment(moment, new Date(), timeZone)}.`, {
      action: {
        label: "Undo",
        onClick: () => move({ id, at: moment.toISOString() }, toLocalTime(new Date(before), timeZone), true),
      },
    });
  }

  return { move, moved };
}
