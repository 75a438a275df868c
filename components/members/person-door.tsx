"use client";

import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#lib/call-action.ts";
import {
  remindInvitedAction,
  restoreMemberAction,
  signOutEverywhereAction,
  suspendMemberAction,
} from "#lib/members/actions.ts";
import type { PersonDto } from "#lib/members/schemas.ts";
import { sayMail } from "./say-mail.ts";

type PersonDoorProps = { person: PersonDto; isSelf: boolean; onDone: () => void };

/** Whether somebody comes in: invitation, sessions, suspension. All of it acts at once. */
export function PersonDoor({ person, isSelf, onDone }: PersonDoorProps) {
  const remind = useCall(remindInvitedAction);
  const signOut = useCall(signOutEverywhereAction);
  const suspend = useCall(suspendMemberAction);
  const restore = useCall(restoreMemberAction);
  const target = { memberId: person.id };
  const tell = (sentence: string) => {
    toast(sentence);
    onDone();
  };
  const tellSuspended = () => {
    const undo = () => void callAction(restoreMemberAction, target);
    toast(`${person.name} is suspended, and out.`, { action: { label: "Undo", onClick: undo } });
    onDone();
  };

  return (
    <section aria-label="Access" className="grid gap-3 border-t border-line pt-5">
      <div className="flex flex-wrap gap-3">
        {person.state === "invited" ? (
          <Button
            size="sm"
            pending={remind.isPending}
            onClick={() => remind.call(target, ({ email, mail }) => tell(sayMail(email, mail)))}
          >
            Mail the invitation again
          </Button>
        ) : (
          <Button
            size="sm"
            pending={signOut.isPending}
            onClick={() => signOut.call(target, () => tell(`${person.name} is signed out everywhere.`))}
          >
            Sign out everywhere
          </Button>
        )}
        {person.state === "suspended" ? (
          <Button
            size="sm"
            pending={restore.isPending}
            onClick={() => restore.call(target, () => tell(`${person.name} is back.`))}
          >
            Restore
          </Button>
        ) : isSelf ? null : (
          <Button
            size="sm"
            variant="danger"
            pending={suspend.isPending}
            onClick={() => suspend.call(target, tellSuspended)}
          >
            Suspend
          </Button>
        )}
      </div>
      <Alert message={remind.message ?? signOut.message ?? suspend.message ?? restore.message} />
    </section>
  );
}
