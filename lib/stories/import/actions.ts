"use server";

import { action } from "#lib/action.ts";
import { importStories, undoImport } from "./mutations.ts";
import { checkImport } from "./queries.ts";
import { checkImportInput, importStoriesInput, undoImportInput } from "./schemas.ts";

// A dry run writes nothing, and is sent as an action because what it reads is a file.
export const checkImportAction = action(checkImportInput, checkImport);
export const importStoriesAction = action(importStoriesInput, importStories);
export const undoImportAction = action(undoImportInput, undoImport);
