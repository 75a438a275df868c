"use server";

import { action } from "#lib/action.ts";
import { changeNetworks } from "./mutations.ts";
import { changeNetworksInput } from "./schemas.ts";

export const changeNetworksAction = action(changeNetworksInput, changeNetworks);
