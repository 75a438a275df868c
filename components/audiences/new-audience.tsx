"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { AudienceDialog } from "./audience-dialog.tsx";

export function NewAudience({ organizationId }: { organizationId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        New audience
      </Button>
      {isOpen ? (
        <AudienceDialog
          organizationId={organizationId}
          audience={null}
          onClose={() => setOpen(false)}
          onDone={({ name }) => {
            toast(`${name} is ready for stories.`);
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
