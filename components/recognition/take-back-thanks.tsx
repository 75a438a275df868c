"use client";

import { useRouter } from "next/navigation";
import { useCall } from "#components/layout/use-call.ts";
import { Button } from "#components/ui/button.tsx";
import { takeBackThanksAction } from "#lib/recognition/actions.ts";

export function TakeBackThanks({ thanksId, name }: { thanksId: string; name: string }) {
  const router = useRouter();
  const { call, isPending, message } = useCall(takeBackThanksAction);
  return (
    <>
      <Button
        variant="link"
        pending={isPending}
        aria-label={`Take back your thanks to ${name}`}
        onClick={() => void call({ thanksId }, () => router.refresh())}
      >
        Take back
      </Button>
      {message ? <span role="alert">{message}</span> : null}
    </>
  );
}
