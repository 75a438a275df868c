"use server";

import { z } from "zod";
import { action } from "#lib/action.ts";
import { discardDraft, publishDraft, saveDraft } from "./mutations.ts";
import { publishInput, saveDraftInput } from "./schemas.ts";

export const saveDraftAction = action(saveDraftInput, saveDraft);
export const discardDraftAction = action(z.strictObject({}), discardDraft);
export const publishDraftAction = action(publishInput, publishDraft);
