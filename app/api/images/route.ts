import { uploadImage } from "#lib/stories/images/mutations.ts";
import { whyNotUpload } from "#lib/stories/images/schemas.ts";
import { uploadHandler } from "#lib/upload-handler.ts";

export const POST = uploadHandler(whyNotUpload, uploadImage);
