import { type Answer, type Call, isObject, type JsonObject, json, objectOf } from "../call.ts";
import { hour } from "../clock.ts";
import { imageKind, keepImage } from "../images.ts";
import { newSecret } from "../secrets.ts";
import type { World } from "../world.ts";
import { countDay } from "./daily-limit.ts";
import { accessDenied, badField, notFound, refuse } from "./errors.ts";
import { assertScope, type Member, memberOf, restMember } from "./member.ts";
import type { LinkedInImage } from "./state.ts";

/** `POST https://api.linkedin.com/rest/images?action=initializeUpload` */
export function initializeUpload(world: World, call: Call): Answer {
  const member = restMember(world, call);
  assertScope(member, "w_member_social", "partnerApiImages.ACTION-initializeUpload.NO_VERSION");
  if (call.query.get("action") !== "initializeUpload")
    throw badField("ILLEGAL_ARGUMENT", "The action of this resource is initializeUpload");
  if (world.state.settings.linkedin.uploadsCount) countDay(world, member);
  const asked = objectOf(call)?.initializeUploadRequest;
  const owner = isObject(asked) ? asked.owner : undefined;
  if (typeof owner !== "string") throw badField("MISSING_FIELD", "The field owner is missing");
  if (owner !== member.urn) throw accessDenied("partnerApiImages.ACTION-initializeUpload.NO_VERSION");

  const image: LinkedInImage = {
    urn: `urn:li:image:${newSecret(14).replace(/[-_]/g, "A")}`,
    owner,
    uploadKey: newSecret(24),
    uploadExpiresAt: world.now() + hour,
    uploadedAt: null,
  };
  world.state.linkedin.images[image.urn] = image;
  return json(200, {
    value: {
      uploadUrlExpiresAt: image.uploadExpiresAt,
      // On www.linkedin.com in truth, where the pages are; here they share one origin with the API.
      uploadUrl: `${world.origin}/dms-uploads/${image.uploadKey}/uploaded-image/0?ca=simulated&cn=uploads`,
      image: image.urn,
    },
  });
}

/** `PUT https://www.linkedin.com/dms-uploads/…`: the bytes, with the member's token. */
export function upload(world: World, call: Call, key = ""): Answer {
  const image = Object.values(world.state.linkedin.images).find(({ uploadKey }) => uploadKey === key);
  if (!image) throw notFound("The upload");
  if (world.state.settings.linkedin.uploadNeedsBearer && memberOf(world, call).urn !== image.owner)
    throw accessDenied("the upload");
  if (image.uploadExpiresAt <= world.now())
    throw badField("EXPIRED_UPLOAD_URL", "The upload URL has expired");
  const type = imageKind(call.body);
  if (!type || type === "image/webp")
    throw refuse(415, { status: 415, code: "UNSUPPORTED_MEDIA_TYPE", message: "JPG, PNG or GIF only" });
  image.uploadedAt = world.now();
  keepImage(world, image.urn, type, call.body);
  return { status: 201 };
}

/** A token that may only post is not told how its image is. */
export function readImage(world: World, call: Call, urn = ""): Answer {
  const member = restMember(world, call);
  assertScope(member, "r_member_social", "partnerApiImages.GET.NO_VERSION");
  const image = world.state.linkedin.images[urn];
  if (!image) throw notFound(urn);
  return json(200, { id: urn, owner: image.owner, status: statusOf(world, image) });
}

export function assertImagesReady(world: World, member: Member, body: JsonObject): void {
  for (const urn of imagesOf(body)) {
    const image = world.state.linkedin.images[urn];
    if (!/^urn:li:(image|video|document):/.test(urn))
      throw badField("INVALID_URN_TYPE", `${urn} is no image`);
    if (!image) throw badField("INVALID_URN_ID", `${urn} does not exist`);
    if (image.owner !== member.urn)
      throw badField("INVALID_VALUE_FOR_FIELD", `The owner of ${urn} is not the author`);
    const status = statusOf(world, image);
    const isEarly = status === "WAITING_UPLOAD" || status === "PROCESSING";
    if (isEarly && world.state.settings.linkedin.earlyImage === "refused")
      throw badField(`MEDIA_ASSET_${status}`, `The media asset ${urn} is not ready`);
  }
}

/** A post with an image that is not ready was taken, and is seen by nobody yet. */
export const isVisible = (world: World, body: JsonObject): boolean =>
  imagesOf(body).every((urn) => {
    const image = world.state.linkedin.images[urn];
    return image && statusOf(world, image) === "AVAILABLE";
  });

export function imagesOf({ content }: JsonObject): string[] {
  if (!isObject(content)) return [];
  const { article, media, multiImage } = content;
  const many = isObject(multiImage) && Array.isArray(multiImage.images) ? multiImage.images : [];
  return [
    isObject(article) ? article.thumbnail : undefined,
    isObject(media) ? media.id : undefined,
    ...many.map((image) => (isObject(image) ? image.id : undefined)),
  ].filter((urn): urn is string => typeof urn === "string");
}

function statusOf(world: World, { uploadedAt }: LinkedInImage): string {
  if (uploadedAt === null) return "WAITING_UPLOAD";
  const { imageProcessingMs } = world.state.settings.linkedin;
  return world.now() < uploadedAt + imageProcessingMs ? "PROCESSING" : "AVAILABLE";
}
