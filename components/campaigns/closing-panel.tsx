"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { closeCampaignAction, reopenCampaignAction } from "#lib/campaigns/actions.ts";
import type { CampaignDetails } from "#lib/campaigns/schemas.ts";
import { reportAddress } from "./addresses.ts";

const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** Ends a campaign with a few words for its report, or takes that back. */
export function ClosingPanel({ campaign }: { campaign: CampaignDetails }) {
  if (campaign.phase === "coming") return null;
  return campaign.closing ? (
    <Closed campaign={campaign} closing={campaign.closing} />
  ) : (
    <Open campaign={campaign} />
  );
}

function Open({ campaign: { id } }: { campaign: CampaignDetails }) {
  const [note, setNote] = useState("");
  const router = useRouter();
  const { call, isPending, message, errorOf } = useCall(closeCampaignAction);
  const close = (event: FormEvent) => {
    event.preventDefault();
    void call({ campaignId: id, note }, () => {
      toast("Closed. Its figures are kept as they are now");
      router.push(reportAddress(id));
    });
  };
  return (
    <form onSubmit={close} className="grid max-w-2xl gap-4 border-t border-line pt-8">
      <h2 className="text-2xl">Close it</h2>
      <Field
        label="Closing note"
        hint="What came of it, what to do again and what not. It stands in the report, with the figures as they are now."
        error={errorOf("note")}
      >
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            maxLength={5_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Alert message={message} />
      <Button type="submit" pending={isPending} className="justify-self-start">
        Close the campaign
      </Button>
    </form>
  );
}

type ClosedProps = { campaign: CampaignDetails; closing: NonNullable<CampaignDetails["closing"]> };

function Closed({ campaign: { id }, closing: { at, byName, note } }: ClosedProps) {
  const { call, isPending, message } = useCall(reopenCampaignAction);
  return (
    <section aria-labelledby="closed" className="grid max-w-2xl gap-4 border-t border-line pt-8">
      <h2 id="closed" className="text-2xl">
        Closed
      </h2>
      <p className="text-quiet">
        By {byName} on {moment.format(at)}. Its figures are as they were then.
      </p>
      {note ? (
        <p dir="auto" className="whitespace-pre-line">
          {note}
        </p>
      ) : null}
      <Alert message={message} />
      <Button
        pending={isPending}
        className="justify-self-start"
        onClick={() => void call({ campaignId: id }, () => toast("Open again. Figures are counted anew"))}
      >
        Reopen
      </Button>
    </section>
  );
}
