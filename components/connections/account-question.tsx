"use client";

import { useRouter } from "next/navigation";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { chooseAccountAction } from "#lib/connections/actions.ts";
import { pathOf } from "#lib/connections/landing.ts";
import type { AccountChoice } from "#lib/connections/schemas.ts";
import { networks } from "#lib/networks/networks.ts";
import { WayBack } from "./way-back.tsx";

type AccountQuestionProps = { choice: AccountChoice; returnTo: string | null };

/** A member came back as somebody else than before: perhaps the wrong account was signed in there, perhaps it is meant. */
export function AccountQuestion({ choice, returnTo }: AccountQuestionProps) {
  const { requestId, network, connected, other } = choice;
  const router = useRouter();
  const answer = useCall(chooseAccountAction);
  const choose = (wanted: "keep" | "change") =>
    answer.call({ requestId, choice: wanted }, ({ result }) =>
      router.push(pathOf({ result, network, requestId, returnTo })),
    );
  const { name } = networks[network];

  return (
    <section aria-labelledby="which-account" className="grid gap-4 rounded-md border border-edge/50 p-5">
      <h2 id="which-account" className="text-2xl leading-tight">
        Which {name} account shall it be?
      </h2>
      <p className="max-w-prose text-pretty">
        You were connected as {connected}; {name} says you are {other}. Perhaps somebody else is signed in to{" "}
        {name} in this browser.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button pending={answer.isPending} onClick={() => choose("keep")} className="max-w-full">
          <span className="truncate">Keep {connected}</span>
        </Button>
        <Button pending={answer.isPending} onClick={() => choose("change")} className="max-w-full">
          <span className="truncate">Change to {other}</span>
        </Button>
        <WayBack returnTo={returnTo} />
      </div>
      <Alert message={answer.message} />
    </section>
  );
}
