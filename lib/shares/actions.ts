"use server";

import { action } from "#lib/action.ts";
import { confirmShare, declineShare } from "./answers/mutations.ts";
import { attestPost } from "./attested/mutations.ts";
import { handOverShare, openShare } from "./mutations.ts";
import {
  attestPostInput,
  confirmShareInput,
  declineShareInput,
  handOverShareInput,
  openShareInput,
} from "./schemas.ts";
import { withdrawShare } from "./withdrawals/mutations.ts";

export const openShareAction = action(openShareInput, openShare);
export const handOverShareAction = action(handOverShareInput, handOverShare);
export const confirmShareAction = action(confirmShareInput, confirmShare);
export const declineShareAction = action(declineShareInput, declineShare);
export const withdrawShareAction = action(declineShareInput, withdrawShare);
export const attestPostAction = action(attestPostInput, attestPost);
