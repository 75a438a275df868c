import { FormSection } from "#components/organizations/form-section.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Rules } from "#lib/scores/rule-set.ts";
import { withValue } from "./rule-fields.ts";

export type NetworkFieldsProps = {
  rules: Rules;
  onChange: (rules: Rules) => void;
  networks: { id: keyof Rules["weights"]; name: string }[];
  errorOf: (field: string) => string | undefined;
};

/** How many times as much a share or a click is worth on each network. */
export function WeightFields({ rules, onChange, networks, errorOf }: NetworkFieldsProps) {
  return (
    <FormSection title="Networks">
      <p className="text-sm text-quiet">A share or a click there is worth so many times as much.</p>
      <div className="grid grid-cols-2 gap-5 sm:grid-cols-3 lg:grid-cols-5">
        {networks.map(({ id, name }) => (
          <Field key={id} label={name} error={errorOf(`rules.weights.${id}`)}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                max={5}
                step={0.25}
                value={Number.isNaN(rules.weights[id]) ? "" : rules.weights[id]}
                onChange={(event) => onChange(withValue(rules, ["weights", id], event.target.valueAsNumber))}
              />
            )}
          </Field>
        ))}
      </div>
    </FormSection>
  );
}
