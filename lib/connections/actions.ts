"use server";

import { action } from "#lib/action.ts";
import { requireSessionId } from "#lib/auth/session-cookie.ts";
import { chooseAccount } from "./choices/mutations.ts";
import { beginConsent } from "./consent/mutations.ts";
import { disconnect } from "./mutations.ts";
import { connectWithPassword } from "./passwords/mutations.ts";
import { chooseAccountInput, connectInput, connectWithPasswordInput, disconnectInput } from "./schemas.ts";

/** Answers with the address of the network's own page: the browser goes there. */
export const connectAction = action(connectInput, async (actor, input) =>
  beginConsent(actor, await requireSessionId(), input),
);
export const connectWithPasswordAction = action(connectWithPasswordInput, async (actor, input) =>
  connectWithPassword(actor, await requireSessionId(), input),
);
export const chooseAccountAction = action(chooseAccountInput, chooseAccount);
export const disconnectAction = action(disconnectInput, disconnect);
