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
export type AudienceDto = {
  id: string;
  name: string;
  rule: AudienceRule;
  /** When it was saved last (ISO), so that two who change it at once do not undo each other. */
  savedAt: string;
};

/** The same in the desk's list. */
export type ListedAudience = AudienceDto & {
  /** "Country is France or Belgium". */
  says: string;
  /** "37 members". */
  reach: string;
  /** How many stories that are approved are for it. */
  liveStories: number;
};

/** What an audience's conditions let choose from. */
export type AudienceChoices = {
  teams: { id: string; name: string }[];
  topics: { id: string; name: string }[];
  /** The places that members are said to work at. */
  locations: string[];
};

const name = plainText().min(1, "Give the audience a name.").max(80, "Keep the name under 80 characters.");

export const addAudienceInput = z.strictObject({ name, rule: audienceRule });
export type AddAudienceInput = z.output<typeof addAudienceInput>;

export const changeAudienceInput = z.strictObject({
  audienceId: z.uuid(),
  savedAt: z.iso.datetime(),
  name,
  rule: audienceRule,
});
export type ChangeAudienceInput = z.output<typeof changeAudienceInput>;

export const removeAudienceInput = z.strictObject({ audienceId: z.uuid() });
export type RemoveAudienceInput = z.output<typeof removeAudienceInput>;

/** A rule as an address carries it: JSON. */
export const measureAudienceInput = z.object({
  rule: z
    .string()
    .max(20_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "That is no rule." });
        return z.NEVER;
      }
    })
    .pipe(audienceRule),
});
