"use server";

import { action } from "#lib/action.ts";
import { nothing, switchOrganizationInput } from "#lib/auth/schemas.ts";
import { clearSessionCookie, readSessionId } from "#lib/auth/session-cookie.ts";
import { closeSession, switchOrganization } from "#lib/auth/sessions.ts";

/** Ends this session. The caller loads `/sign-in` anew, so that nothing read before stays in the page. */
export const signOutAction = action(nothing, async () => {
  const sessionId = await readSessionId();
  if (sessionId) await closeSession(sessionId);
  await clearSessionCookie();
});

/** Goes on in another organization of the same person, in the same session. */
export const switchOrganizationAction = action(switchOrganizationInput, async (_actor, input) => {
  const sessionId = await readSessionId();
  await switchOrganization(sessionId, input);
});
