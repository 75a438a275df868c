import { z } from "zod";
import { type boardMode, role } from "#db/enums.ts";
import type { Role } from "#lib/auth/actor.ts";
import { emailAddress } from "#lib/auth/email-address.ts";
import { plainText } from "#lib/plain-text.ts";
import { countryCodes } from "./countries.ts";
import { ownLanguage } from "./profile/schemas.ts";

/** The member who looks at a page, and the organization whose page it is. */
export type Viewer = {
  memberId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  organization: {
    id: string;
    name: string;
    slug: string;
    accentColor: string;
    timeZone: string;
    boardMode: (typeof boardMode.enumValues)[number];
  };
  /** Where else this person is a member and could go on. */
  otherOrganizations: readonly { id: string; name: string }[];
  unreadNotices: number;
  /** Whether some topic requires this member's yes: then reviewing is a room of theirs, desk or not. */
  isApprover: boolean;
};

/** Everybody is an employee; the other roles come on top. */
const roles = z
  .array(z.enum(role.enumValues))
  .transform((chosen) => role.enumValues.filter((one) => one === "employee" || chosen.includes(one)));

export const peopleFilters = z.object({
  q: plainText().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PeopleFilters = z.output<typeof peopleFilters>;

/** Where somebody works, which language they read and whom it is fair to compare them with; what is not sent stays as it is, and empty means not known. */
const workplace = {
  location: plainText().max(80, "Keep the location under 80 characters.").optional(),
  country: z.enum(["", ...countryCodes], "Choose a country.").optional(),
  language: ownLanguage.optional(),
  jobFunction: plainText().max(60, "Keep the job under 60 characters.").optional(),
  region: plainText().max(60, "Keep the region under 60 characters.").optional(),
  isExecutive: z.boolean().optional(),
};

export const inviteMemberInput = z.strictObject({
  email: emailAddress,
  name: plainText().max(100).default(""),
  roles,
  teamId: z.uuid().nullable(),
  ...workplace,
});
export type InviteMemberInput = z.output<typeof inviteMemberInput>;

/** Roles, team, managed teams and workplace as they shall be; what is sent replaces what was there. */
export const updateMemberInput = z.strictObject({
  memberId: z.uuid(),
  roles,
  teamId: z.uuid().nullable(),
  managedTeamIds: z.array(z.uuid()).max(200),
  ...workplace,
});
export type UpdateMemberInput = z.output<typeof updateMemberInput>;

export const memberInput = z.strictObject({ memberId: z.uuid() });
export type MemberInput = z.output<typeof memberInput>;

/** A member as the admin's list shows them. */
export type PersonDto = {
  id: string;
  name: string;
  email: string;
  jobTitle: string;
  location: string;
  country: string;
  language: string;
  jobFunction: string;
  region: string;
  isExecutive: boolean;
  roles: readonly Role[];
  team: { id: string; name: string } | null;
  managedTeamIds: readonly string[];
  state: "invited" | "active" | "suspended";
  lastSignInAt: Date | null;
};

export type PeoplePage = { people: PersonDto[]; count: number; page: number; pageCount: number };
