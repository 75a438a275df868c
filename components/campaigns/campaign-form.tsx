"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { useCall } from "#components/layout/use-call.ts";
import { FormSection } from "#components/organizations/form-section.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { createCampaignAction, editCampaignAction } from "#lib/campaigns/actions.ts";
import type { CampaignChoices, CampaignContent } from "#lib/campaigns/schemas.ts";
import { campaignAddress } from "./addresses.ts";

type CampaignFormProps = {
  choices: CampaignChoices;
  /** Null for a new campaign. */
  campaign: (CampaignContent & { id: string }) | null;
};

type TextKey = "name" | "startsOn" | "endsOn" | "utmSource" | "utmMedium" | "utmCampaign";
type GoalKey = "goalShares" | "goalClicks" | "goalParticipants";

/** Everything that a campaign says and hopes for. */
export function CampaignForm({ choices, campaign }: CampaignFormProps) {
  const router = useRouter();
  const [id] = useState(() => campaign?.id ?? uuidv7());
  const [form, setForm] = useState<CampaignContent>(() => (campaign ? contentOf(campaign) : empty(choices)));
  const create = useCall(createCampaignAction);
  const edit = useCall(editCampaignAction);
  const { isPending, message, errorOf } = campaign ? edit : create;
  const set = (values: Partial<CampaignContent>) => setForm((before) => ({ ...before, ...values }));

  const save = (event: FormEvent) => {
    event.preventDefault();
    const onDone = () => {
      toast("Saved.");
      router.push(campaignAddress(id));
    };
    void (campaign ? edit.call({ ...form, campaignId: id }, onDone) : create.call({ ...form, id }, onDone));
  };

  const textField = (name: TextKey, label: string, type: "text" | "date" = "text") => (
    <Field label={label} error={errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          type={type}
          dir="auto"
          value={form[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const goalField = (name: GoalKey, label: string) => (
    <Field label={label} error={errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          value={form[name] || ""}
          onChange={(event) => set({ [name]: Number(event.target.value.replace(/\D/g, "").slice(0, 9)) })}
        />
      )}
    </Field>
  );

  return (
    <form onSubmit={save} noValidate className="grid gap-10">
      <div className="grid gap-5">
        {textField("name", "Name")}
        <Field
          label="Brief"
          hint="What it is for and what you ask of colleagues. They read it on the campaign’s page."
          error={errorOf("brief")}
        >
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              maxLength={5_000}
              value={form.brief}
              onChange={(event) => set({ brief: event.target.value })}
            />
          )}
        </Field>
        <div className="grid gap-5 sm:grid-cols-2">
          {textField("startsOn", "First day", "date")}
          {textField("endsOn", "Last day", "date")}
        </div>
      </div>
      <FormSection title="Goals">
        <div className="grid gap-5 sm:grid-cols-3">
          {goalField("goalShares", "Confirmed shares")}
          {goalField("goalClicks", "Counted clicks")}
          {goalField("goalParticipants", "Participants")}
        </div>
        <p className="text-sm leading-5 text-quiet">Empty is no goal of that sort.</p>
      </FormSection>
      <FormSection title="Audience">
        <Field
          label="Who is asked to take part"
          hint="New stories of the campaign are for them, unless their form says otherwise."
          error={errorOf("audienceId")}
        >
          {(control) => (
            <Select
              {...control}
              value={form.audienceId ?? ""}
              onChange={(event) => set({ audienceId: event.target.value || null })}
            >
              <option value="">Everyone</option>
              {choices.audiences.map(({ id: audienceId, name }) => (
                <option key={audienceId} value={audienceId}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </FormSection>
      <FormSection title="In your web statistics">
        <div className="grid gap-5 sm:grid-cols-3">
          {textField("utmSource", "utm_source")}
          {textField("utmMedium", "utm_medium")}
          {textField("utmCampaign", "utm_campaign")}
        </div>
        <p className="text-sm leading-5 text-quiet">
          In place of the organization’s own, for links made from now on. Empty is the organization’s.
        </p>
      </FormSection>
      <div className="grid gap-4">
        <Alert message={message} />
        <Button type="submit" variant="primary" pending={isPending} className="justify-self-start">
          {campaign ? "Save the campaign" : "Make the campaign"}
        </Button>
      </div>
    </form>
  );
}

const empty = ({ today }: CampaignChoices): CampaignContent => ({
  name: "",
  brief: "",
  startsOn: today,
  endsOn: "",
  goalShares: 0,
  goalClicks: 0,
  goalParticipants: 0,
  audienceId: null,
  utmSource: "",
  utmMedium: "",
  utmCampaign: "",
});

/** Nothing but what the form sends back. */
function contentOf(campaign: CampaignContent): CampaignContent {
  const { name, brief, startsOn, endsOn, goalShares, goalClicks, goalParticipants } = campaign;
  const { audienceId, utmSource, utmMedium, utmCampaign } = campaign;
  return {
    ...{ name, brief, startsOn, endsOn, goalShares, goalClicks, goalParticipants },
    ...{ audienceId, utmSource, utmMedium, utmCampaign },
  };
}
