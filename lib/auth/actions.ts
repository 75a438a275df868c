"use server";

import { action } from "#lib/action.ts";
import { switchOrganizationInput } from "#lib/auth/schemas.ts";
import { readSessionId } from "#lib/auth/session-cookie.ts";
import { switchOrganization } from "#lib/auth/sessions.ts";

/** Goes on in another organization of the same person, in the same session. */
export const switchOrganizationAction = action(switchOrganizationInput, async (_actor, input) => {
  const sessionId = await readSessionId();
  await switchOrganization(sessionId, input);
});
