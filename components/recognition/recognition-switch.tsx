"use client";

import { useRouter } from "next/navigation";
import { useCall } from "#components/layout/use-call.ts";
import { Button } from "#components/ui/button.tsx";
import { switchRecognitionAction } from "#lib/recognition/actions.ts";

/** All of it, off or on. */
export function RecognitionSwitch({ isOn }: { isOn: boolean }) {
  const router = useRouter();
  const { call, isPending, message } = useCall(switchRecognitionAction);
  return (
    <div className="flex items-center gap-3">
      <Button
        size="sm"
        variant="ghost"
        pending={isPending}
        onClick={() => void call({ isOn: !isOn }, () => router.refresh())}
      >
        {isOn ? "Switch recognition off" : "Switch recognition on"}
      </Button>
      {message ? <span role="alert">{message}</span> : null}
    </div>
  );
}
