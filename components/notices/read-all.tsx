"use client";

import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { readNoticesAction } from "#lib/notices/actions.ts";

export function ReadAll() {
  const read = useCall(readNoticesAction);
  return (
    <div className="grid justify-items-end gap-2">
      <Button size="sm" pending={read.isPending} onClick={() => read.call({})}>
        Mark all as read
      </Button>
      <Alert message={read.message} />
    </div>
  );
}
