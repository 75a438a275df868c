"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { disconnectAction } from "#lib/connections/actions.ts";
import type { ConnectionInfo } from "#lib/connections/schemas.ts";

/** Ends a connection, after asking. */
export function DisconnectButton({ connection }: { connection: Pick<ConnectionInfo, "id" | "networkName"> }) {
  const { id, networkName } = connection;
  const [isOpen, setOpen] = useState(false);
  const disconnect = useCall(disconnectAction);
  const end = () =>
    disconnect.call({ connectionId: id }, () => {
      setOpen(false);
      toast(`${networkName} is disconnected.`);
    });

  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm">
          Disconnect
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Disconnect {networkName}?</DialogTitle>
          <DialogDescription>
            Herald forgets how to publish there for you. What you scheduled there does not leave. Your posts,
            your links and their clicks stay, and go on being counted.
          </DialogDescription>
        </DialogHeader>
        <Alert message={disconnect.message} />
        <DialogFooter>
          <DialogClose asChild>
            <Button>Keep it</Button>
          </DialogClose>
          <Button variant="danger" pending={disconnect.isPending} onClick={end}>
            Disconnect
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
