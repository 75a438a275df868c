import { z } from "zod";
import { boardMode } from "#db/enums.ts";
import { seasonLengths } from "#lib/boards/seasons/schemas.ts";
import { plainText } from "#lib/plain-text.ts";
import { timeZoneName } from "#lib/time-zone.ts";

const domain = z
  .string()
  .transform((text) => text.normalize("NFKC").trim().toLowerCase().replace(/^@/, ""))
  .pipe(z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "Write domains like acme.com."));

const utm = (what: string) =>
  plainText()
    .max(60)
    .regex(/^[\w.~-]*$/, `${what} takes letters, digits and . _ ~ - only.`);

/** Everything an admin can set about the organization; what is sent replaces what was there. */
export const organizationSettings = z.strictObject({
  name: plainText().min(1, "Your organization needs a name.").max(80),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/i, "Write the colour as # and six digits, like #b4402a."),
  timeZone: timeZoneName,
  disclosure: plainText().max(60, "Keep the disclosure under 60 characters."),
  requiresDisclosure: z.boolean(),
  allowsSelfApproval: z.boolean(),
  emailDomains: z
    .array(domain)
    .max(20)
    .transform((domains) => [...new Set(domains)]),
  utmSource: utm("The source"),
  utmMedium: utm("The medium"),
  utmCampaign: utm("The campaign"),
  staggerShares: z
    .int("Write a whole number of colleagues.")
    .min(0, "Write 0 for never, or more.")
    .max(500, "At most 500 colleagues."),
  staggerMinutes: z
    .int("Write whole minutes.")
    .min(5, "At least 5 minutes.")
    .max(10_080, "A week, 10,080 minutes, is the longest."),
  boardMode: z.enum(boardMode.enumValues),
  smallestGroup: z
    .int("Write a whole number of people.")
    .min(5, "Fewer than 5 people are never shown as a group.")
    .max(100, "100 people at most."),
  publishesMethodology: z.boolean(),
  seasonMonths: z.union(
    seasonLengths.map((months) => z.literal(months)),
    "Choose how long a season is.",
  ),
});

export const updateOrganizationInput = organizationSettings.refine(
  ({ disclosure, requiresDisclosure }) => disclosure !== "" || !requiresDisclosure,
  { path: ["disclosure"], message: "Write the disclosure that every share must carry." },
);

export type OrganizationSettings = z.output<typeof organizationSettings>;
