import { z } from "zod";
import { role } from "#db/enums.ts";
import { plainText } from "#lib/plain-text.ts";
import { type AudienceField, type AudienceRule, audienceFields } from "./rule.ts";

/** Ids as the database writes them, so that the rule's own comparing agrees with it. */
const id = z.uuid().toLowerCase();
const text = plainText().min(1).max(100);

const valueIn: Record<AudienceField, z.ZodType<string>> = {
  team: id,
  role: z.enum(role.enumValues),
  location: text,
  country: z.string().regex(/^[A-Z]{2}$/),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  topic: id,
  jobTitle: text,
};

const condition = z
  .strictObject({
    field: z.enum(audienceFields),
    is: z.boolean(),
    values: z
      .array(z.string())
      .min(1, "Choose at least one for each condition, or remove the condition.")
      .max(50, "Up to 50 fit in one condition."),
  })
  .transform(({ field, values, ...condition }, context) => {
    const read = z.array(valueIn[field]).safeParse(values);
    if (read.success) return { ...condition, field, values: [...new Set(read.data)] };
    context.addIssue({ code: "custom", path: ["values"], message: "One of the conditions does not fit." });
    return z.NEVER;
  });

export const audienceRule: z.ZodType<AudienceRule> = z.strictObject({
  match: z.enum(["all", "any"]),
  conditions: z
    .array(condition)
    .min(1, "Add at least one condition. A story for everybody needs no audience.")
    .max(20, "Up to 20 conditions fit."),
});

/** A saved rule as the database has it; null when it cannot be read, which then means nobody. */
export function readRule(saved: unknown): AudienceRule | null {
  return audienceRule.safeParse(saved).data ?? null;
}

/** A saved audience as the desk sees it. */
export type AudienceDto = { id: string; name: string; rule: AudienceRule };
