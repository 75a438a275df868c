"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { editSourceAction } from "#lib/sources/actions.ts";
import type { Source, SourceChoices } from "#lib/sources/schemas.ts";
import { SourceForm } from "./source-form.tsx";

type EditSourceProps = { source: Source; choices: SourceChoices; onClose: () => void };

export function EditSource({ source, choices, onClose }: EditSourceProps) {
  const router = useRouter();
  const { name, language, mode, dailyCap, everyMinutes, topicIds } = source;
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent className="grid-cols-1">
        <DialogHeader>
          <DialogTitle>Edit the source</DialogTitle>
          <DialogDescription className="break-all">{source.feedUrl}</DialogDescription>
        </DialogHeader>
        <SourceForm
          first={{ name, language, mode, dailyCap, everyMinutes, topicIds }}
          choices={choices}
          act={(settings) => editSourceAction({ ...settings, sourceId: source.id })}
          onDone={() => {
            toast("Saved");
            router.refresh();
            onClose();
          }}
        >
          {(isPending) => (
            <DialogFooter>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" variant="primary" pending={isPending}>
                Save
              </Button>
            </DialogFooter>
          )}
        </SourceForm>
      </DialogContent>
    </Dialog>
  );
}
