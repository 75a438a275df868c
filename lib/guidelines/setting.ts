import type { Guideline } from "./guideline.ts";

type Setting = { id: string; disclosure: string; requiresDisclosure: boolean };

/** The disclosure that the organization's settings ask of everybody, as the guideline that it is; null when they ask for none. */
export function settingGuideline({ id, disclosure, requiresDisclosure }: Setting): Guideline | null {
  if (!requiresDisclosure || disclosure.trim() === "") return null;
  return {
    ...{ id, name: "Disclosure", version: 1, explanation: "", networks: [], countries: [], topicIds: [] },
    ...{ startsOn: null, endsOn: null, isSetting: true },
    rule: { kind: "disclosure", texts: [disclosure], place: "anywhere", within: null },
  };
}
