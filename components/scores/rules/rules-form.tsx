"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { FormSection } from "#components/organizations/form-section.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Rules } from "#lib/scores/rule-set.ts";
import { discardDraftAction, saveDraftAction } from "#lib/scores/rule-sets/actions.ts";
import { RewardFields } from "./reward-fields.tsx";
import { ruleFields, withValue } from "./rule-fields.ts";
import { WeightFields } from "./weight-fields.tsx";

type RulesFormProps = {
  rules: Rules;
  basedOn: number;
  hasDraft: boolean;
  networks: { id: keyof Rules["weights"]; name: string }[];
};

/** Every number that points are computed with. Saving makes a draft, which acts on nothing. */
export function RulesForm({ rules, basedOn, hasDraft, networks }: RulesFormProps) {
  const [form, setForm] = useState(rules);
  const router = useRouter();
  const saving = useCall(saveDraftAction);
  const discarding = useCall(discardDraftAction);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void saving.call({ rules: form, basedOn }, () => {
      toast("The draft is saved. Below is what it would change.");
      router.refresh();
    });
  };
  return (
    <form onSubmit={save} noValidate className="grid gap-10">
      {ruleFields.map(({ title, hint, values }) => (
        <FormSection key={title} title={title}>
          <p className="text-sm text-quiet">{hint}</p>
          <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {values.map(({ label, step, read, path }) => (
              <Field key={label} label={label} error={saving.errorOf(["rules", ...path].join("."))}>
                {(control) => (
                  <Input
                    {...control}
                    type="number"
                    min={0}
                    step={step}
                    value={Number.isNaN(read(form)) ? "" : read(form)}
                    onChange={(event) => setForm(withValue(form, path, event.target.valueAsNumber))}
                  />
                )}
              </Field>
            ))}
          </div>
        </FormSection>
      ))}
      <WeightFields rules={form} onChange={setForm} networks={networks} errorOf={saving.errorOf} />
      <RewardFields rules={form} onChange={setForm} networks={networks} errorOf={saving.errorOf} />
      <div className="grid gap-4">
        <Alert message={saving.message ?? discarding.message} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" pending={saving.isPending}>
            Save the draft
          </Button>
          {hasDraft ? (
            <Button
              pending={discarding.isPending}
              onClick={() =>
                void discarding.call({}, () => {
                  toast("The draft is gone. Nothing has changed.");
                  router.refresh();
                })
              }
            >
              Discard the draft
            </Button>
          ) : null}
        </div>
      </div>
    </form>
  );
}
