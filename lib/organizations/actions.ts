"use server";

import { action } from "#lib/action.ts";
import { updateOrganization } from "./mutations.ts";
import { updateOrganizationInput } from "./schemas.ts";

export const updateOrganizationAction = action(updateOrganizationInput, updateOrganization);
