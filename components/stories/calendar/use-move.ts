import { startTransition, useOptimistic } from "react";
import { toast } from "sonner";
import { sayMoment } from "#lib/calendar.ts";
import { callAction } from "#lib/call-action.ts";
import { toLocalTime, toMoment } from "#lib/local-time.ts";
import { moveStoryAction } from "#lib/stories/calendar/actions.ts";
import type { PlannedMoment } from "#lib/stories/calendar/schemas.ts";

type Which = Pick<PlannedMoment, "id" | "storyId" | "version" | "moment" | "at" | "state">;

/**
 * Gives a story another time at once, and takes it back with the reason when the server refuses. What was moved can be moved
 * back.
 */
export function useMove(timeZone: string) {
  const [moved, setMoved] = useOptimistic<Record<string, string>>({});

  function move(which: Which, local: string, isUndo = false): void {
    const moment = toMoment(local, timeZone);
    if (moment.toISOString() === which.at) return;
    startTransition(async () => {
      setMoved({ [which.id]: moment.toISOString() });
      const { storyId, version } = which;
      const time = which.moment === "publishAt" ? { publishAt: local } : { expiresAt: local };
      const result = await callAction(moveStoryAction, { storyId, version, ...time });
      if (!result.ok) return void toast(result.message);
      const does = which.moment === "publishAt" ? "goes live" : "expires";
      const once = which.state === "approved" ? "" : ", once somebody approves it";
      const says = `It ${does} ${sayMoment(moment, new Date(), timeZone)}${once}.`;
      if (isUndo) return void toast(says);
      const back = { ...which, ...result.data };
      const before = toLocalTime(new Date(which.at), timeZone);
      toast(says, { action: { label: "Undo", onClick: () => move(back, before, true) } });
    });
  }

  return { move, moved };
}
