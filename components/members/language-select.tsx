import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { listLanguages } from "#lib/stories/languages.ts";

type LanguageSelectProps = { language: string; onChange: (language: string) => void; hint?: string };

/** The language somebody reads; none is a choice, too. */
export function LanguageSelect({ language, onChange, hint }: LanguageSelectProps) {
  return (
    <Field label="Language" hint={hint}>
      {(control) => (
        <Select {...control} value={language} onChange={(event) => onChange(event.target.value)}>
          <option value="">Not said</option>
          {listLanguages(language).map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
