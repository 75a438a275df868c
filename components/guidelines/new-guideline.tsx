"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { GuidelineRoom } from "#lib/guidelines/schemas.ts";
import { GuidelineDialog } from "./guideline-dialog.tsx";

export function NewGuideline({ room }: { room: GuidelineRoom }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        New guideline
      </Button>
      {isOpen ? <GuidelineDialog guideline={null} room={room} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
