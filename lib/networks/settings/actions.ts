"use server";

import { action } from "#lib/action.ts";
import { updateNetworkSettings } from "./mutations.ts";
import { updateNetworkSettingsInput } from "./schemas.ts";

export const updateNetworkSettingsAction = action(updateNetworkSettingsInput, updateNetworkSettings);
