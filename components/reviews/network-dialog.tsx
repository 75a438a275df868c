"use client";

import { useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds, networks } from "#lib/networks/networks.ts";

type NetworkDialogProps = {
  chosen: readonly NetworkId[] | null;
  confirm: string;
  isPending: boolean;
  failure: string | undefined;
  onConfirm: (networks: NetworkId[] | null) => void;
  onClose: () => void;
};

/** Asks what a story may be shared to. All of them is every network, those that come later, too. */
export function NetworkDialog({
  chosen,
  confirm,
  isPending,
  failure,
  onConfirm,
  onClose,
}: NetworkDialogProps) {
  const [ids, setIds] = useState<readonly NetworkId[]>(chosen ?? networkIds);
  const toggle = (id: NetworkId, isOn: boolean) =>
    setIds(networkIds.filter((each) => (each === id ? isOn : ids.includes(each))));
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || isPending || onClose()}>
      <DialogContent className="max-w-sm">
        <DialogHeader>
          <DialogTitle>{confirm}</DialogTitle>
          <DialogDescription>The story can be shared to these and to no others.</DialogDescription>
        </DialogHeader>
        <div className="grid gap-2.5">
          {networkIds.map((id) => (
            <CheckboxField
              key={id}
              label={networks[id].name}
              checked={ids.includes(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
          ))}
        </div>
        <Alert message={failure ?? null} />
        <DialogFooter>
          <Button
            variant="primary"
            pending={isPending}
            disabled={ids.length === 0}
            onClick={() => onConfirm(ids.length === networkIds.length ? null : [...ids])}
          >
            {confirm}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
