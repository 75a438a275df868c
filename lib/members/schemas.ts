import type { Role } from "#lib/auth/actor.ts";

/** The member who looks at a page, and the organization whose page it is. */
export type Viewer = {
  memberId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  organization: { id: string; name: string; slug: string; accentColor: string; timeZone: string };
  managedTeamIds: readonly string[];
};
