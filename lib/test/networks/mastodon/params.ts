import { type Call, isObject, multipartOf, objectOf, typeOf } from "../call.ts";

export type Params = {
  text: (name: string) => string | null;
  list: (name: string) => string[];
  file: (name: string) => File | null;
};

/** Rails reads a form, multipart or JSON alike; a list is `name[]` in the first two. */
export async function paramsOf(call: Call): Promise<Params> {
  const type = typeOf(call);
  if (type === "application/json") return fromJson(objectOf(call) ?? {});
  if (type === "multipart/form-data") return fromForm(await multipartOf(call).catch(() => new FormData()));
  const form = new FormData();
  const body = type === "application/x-www-form-urlencoded" ? call.body.toString() : "";
  for (const [name, value] of [...call.query, ...new URLSearchParams(body)]) form.append(name, value);
  return fromForm(form);
}

const fromForm = (form: FormData): Params => ({
  text: (name) => asText(form.get(name)),
  list: (name) => form.getAll(`${name}[]`).flatMap((value) => asText(value) ?? []),
  file: (name) => {
    const value = form.get(name);
    return value instanceof File ? value : null;
  },
});

const fromJson = (body: Record<string, unknown>): Params => ({
  text: (name) => {
    const value = body[name];
    return value === undefined || value === null || isObject(value) ? null : String(value);
  },
  list: (name) => (Array.isArray(body[name]) ? body[name].map(String) : []),
  file: () => null,
});

const asText = (value: FormDataEntryValue | null): string | null =>
  typeof value === "string" ? value : null;
