import { FormSection } from "#components/organizations/form-section.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { NetworkFieldsProps } from "./weight-fields.tsx";

/** Which networks' points are left out of rewards; X only comes in with a reason. */
export function RewardFields({ rules, onChange, networks, errorOf }: NetworkFieldsProps) {
  const { leftOut, xReason } = rules.rewards;
  const setRewards = (change: Partial<typeof rules.rewards>) =>
    onChange({ ...rules, rewards: { ...rules.rewards, ...change } });
  return (
    <FormSection title="Rewards">
      <p className="max-w-measure text-sm text-quiet">
        Whoever hands out rewards gets figures without the points of these. X forbids paying for posts, so it
        is left out unless you say why it is not here.
      </p>
      <div className="grid gap-3 sm:grid-cols-3">
        {networks.map(({ id, name }) => (
          <CheckboxField
            key={id}
            label={`Leave out ${name}`}
            checked={leftOut.includes(id)}
            onChange={(event) =>
              setRewards({
                leftOut: event.target.checked ? [...leftOut, id] : leftOut.filter((one) => one !== id),
              })
            }
          />
        ))}
      </div>
      {leftOut.includes("x") ? null : (
        <Field
          label="Why points from X may be rewarded here"
          hint="It is recorded and published with the rules."
          error={errorOf("rules.rewards.xReason")}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              value={xReason}
              onChange={(event) => setRewards({ xReason: event.target.value })}
            />
          )}
        </Field>
      )}
    </FormSection>
  );
}
