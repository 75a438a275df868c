import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { listCountries } from "#lib/members/countries.ts";
import type { PersonDto } from "#lib/members/schemas.ts";
import { LanguageSelect } from "./language-select.tsx";

type Workplace = Pick<
  PersonDto,
  "location" | "country" | "language" | "jobFunction" | "region" | "isExecutive"
>;

type WorkplaceFieldsProps = {
  workplace: Workplace;
  onChange: (workplace: Workplace) => void;
  errorOf: (field: string) => string | undefined;
};

export const noWorkplace: Workplace = {
  ...{ location: "", country: "", language: "" },
  ...{ jobFunction: "", region: "", isExecutive: false },
};

export const workplaceOf = ({
  location,
  country,
  language,
  jobFunction,
  region,
  isExecutive,
}: PersonDto): Workplace => ({ location, country, language, jobFunction, region, isExecutive });

/** Where somebody works and what they read, which audiences go by, and the groups that boards compare them in. */
export function WorkplaceFields({ workplace, onChange, errorOf }: WorkplaceFieldsProps) {
  const set = (change: Partial<Workplace>) => onChange({ ...workplace, ...change });
  const textField = (name: "jobFunction" | "region", label: string) => (
    <Field label={label} error={errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          maxLength={60}
          autoComplete="off"
          value={workplace[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <Field label="Location" error={errorOf("location")}>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            autoComplete="off"
            value={workplace.location}
            onChange={(event) => set({ location: event.target.value })}
          />
        )}
      </Field>
      <Field label="Country" error={errorOf("country")}>
        {(control) => (
          <Select
            {...control}
            value={workplace.country}
            onChange={(event) => set({ country: event.target.value })}
          >
            <option value="">Not known</option>
            {listCountries().map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <LanguageSelect language={workplace.language} onChange={(language) => set({ language })} />
      {textField("jobFunction", "Job, for fair boards")}
      {textField("region", "Region, for fair boards")}
      <div className="self-end sm:pb-2">
        <CheckboxField
          label="Executive, placed apart on boards"
          checked={workplace.isExecutive}
          onChange={(event) => set({ isExecutive: event.target.checked })}
        />
      </div>
    </div>
  );
}
