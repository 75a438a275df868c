"use server";

import { action } from "#lib/action.ts";
import { uploadImage } from "./mutations.ts";
import { uploadImageInput } from "./schemas.ts";

export const uploadImageAction = action(uploadImageInput, uploadImage);
