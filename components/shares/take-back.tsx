"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { withdrawShareAction } from "#lib/shares/actions.ts";
import { shareQuery } from "#lib/shares/details/query-options.ts";

/** For a post that its member took down: asks once, as the link stops for good. */
export function TakeBack({ organizationId, shareId }: { organizationId: string; shareId: string }) {
  const [isAsking, setAsking] = useState(false);
  const client = useQueryClient();
  const { call, isPending, message } = useCall(withdrawShareAction);
  if (!isAsking)
    return (
      <Button variant="ghost" size="sm" className="justify-self-start" onClick={() => setAsking(true)}>
        I took this post down
      </Button>
    );
  return (
    <div className="grid gap-3">
      <p role="status">Its link stops for good, and the points that it brought go with it, for everybody.</p>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="danger"
          pending={isPending}
          onClick={() =>
            void call({ shareId }, () => {
              toast("Taken back.");
              void client.invalidateQueries(shareQuery(organizationId, shareId));
            })
          }
        >
          Take the share back
        </Button>
        <Button onClick={() => setAsking(false)}>Keep it</Button>
      </div>
      <Alert message={message} />
    </div>
  );
}
