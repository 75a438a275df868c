"use client";

import { ValueChips } from "#components/audiences/value-chips.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { GuidelineRoom } from "#lib/guidelines/schemas.ts";
import { listCountries, sayCountry } from "#lib/members/countries.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds, networks } from "#lib/networks/networks.ts";
import type { GuidelineDraft } from "./guideline-draft.ts";

type ScopeFieldsProps = {
  draft: GuidelineDraft;
  onChange: (changes: Partial<GuidelineDraft>) => void;
  topics: GuidelineRoom["topics"];
};

/** Whose texts a guideline is for; nothing chosen means every one. */
export function ScopeFields({ draft, onChange, topics }: ScopeFieldsProps) {
  return (
    <fieldset className="grid grid-cols-1 gap-4 rounded-md border border-line p-4">
      <legend className="px-1 text-sm text-quiet">Whose texts it is for</legend>
      <Choice
        label="Networks"
        all="Every network"
        offered={networkIds.map((id) => ({ id, name: networks[id].name }))}
        chosen={draft.networks}
        onChange={(ids) => onChange({ networks: ids as NetworkId[] })}
      />
      <Choice
        label="Countries"
        all="Every country"
        offered={listCountries().map(({ code, name }) => ({ id: code, name }))}
        chosen={draft.countries}
        nameOf={sayCountry}
        onChange={(countries) => onChange({ countries })}
      />
      <Choice
        label="Topics"
        all="Every story"
        offered={topics}
        chosen={draft.topicIds}
        onChange={(topicIds) => onChange({ topicIds })}
      />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Field label="From">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={draft.startsOn}
              onChange={(event) => onChange({ startsOn: event.target.value })}
            />
          )}
        </Field>
        <Field label="Up to and with">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={draft.endsOn}
              onChange={(event) => onChange({ endsOn: event.target.value })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}

type ChoiceProps = {
  label: string;
  all: string;
  offered: readonly { id: string; name: string }[];
  chosen: readonly string[];
  nameOf?: (id: string) => string;
  onChange: (ids: string[]) => void;
};

function Choice({ label, all, offered, chosen, onChange, ...props }: ChoiceProps) {
  const nameOf = props.nameOf ?? ((id: string) => offered.find((each) => each.id === id)?.name ?? id);
  const without = (id: string) => chosen.filter((each) => each !== id);
  return (
    <Field label={label}>
      {(control) => (
        <div className="grid grid-cols-1 gap-2">
          <Select
            {...control}
            value=""
            onChange={(event) => onChange([...without(event.target.value), event.target.value])}
          >
            <option value="">{chosen.length > 0 ? "Add another" : all}</option>
            {offered
              .filter(({ id }) => !chosen.includes(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </Select>
          <ValueChips values={chosen} nameOf={nameOf} onRemove={(id) => onChange(without(id))} />
        </div>
      )}
    </Field>
  );
}
