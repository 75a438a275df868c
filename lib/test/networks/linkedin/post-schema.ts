import { isObject, type JsonObject } from "../call.ts";
import { badField, schemaError } from "./errors.ts";
import { readLittleText } from "./little-text.ts";

const fields = {
  author: { type: "string", required: true },
  commentary: { type: "string", required: true },
  visibility: { type: ["PUBLIC", "CONNECTIONS", "LOGGED_IN", "CONTAINER"], required: true },
  distribution: { type: "record", required: true },
  lifecycleState: { type: ["PUBLISHED"], required: true },
  content: { type: "record", required: false },
  reshareContext: { type: "record", required: false },
  isReshareDisabledByAuthor: { type: "boolean", required: false },
  contentLandingPage: { type: "string", required: false },
  contentCallToActionLabel: { type: "string", required: false },
} as const;

const distributionFields = ["feedDistribution", "targetEntities", "thirdPartyDistributionChannels"];

const kinds: Record<string, { known: string[]; required: string[] }> = {
  article: {
    known: ["source", "title", "description", "thumbnail", "thumbnailAltText"],
    required: ["source", "title"],
  },
  media: { known: ["id", "altText", "title"], required: ["id"] },
  multiImage: { known: ["images", "altText"], required: ["images"] },
  poll: { known: ["question", "options", "settings"], required: ["question", "options"] },
};

/** Refuses what LinkedIn's own schema of a post refuses. */
export function assertPost(body: JsonObject, commentaryMax: number): void {
  const wrong = [...wrongFields(body), ...wrongDistribution(body.distribution), ...wrongContent(body)];
  if (wrong.length > 0) throw schemaError(wrong);
  const commentary = String(body.commentary);
  if (!commentary.trim() && !body.content && !body.reshareContext)
    throw badField("INVALID_VALUE_BLANK_FIELD", "The field commentary must not be blank");
  if (readLittleText(commentary).whole.length > commentaryMax)
    throw badField("FIELD_LENGTH_TOO_LONG", "The field commentary is too long");
  if (!/^urn:li:(person|organization):[\w-]+$/.test(String(body.author)))
    throw badField("INVALID_URN_TYPE", `The field author has an urn of the wrong type: ${body.author}`);
  const article = isObject(body.content) ? body.content.article : undefined;
  if (isObject(article) && !/^https?:\/\/[^\s/]+/.test(String(article.source)))
    throw badField("INVALID_VALUE_FOR_FIELD", "The field content/article/source is not an address");
}

function wrongFields(body: JsonObject): string[] {
  const unknown = Object.keys(body).filter((name) => !(name in fields));
  const wrong = Object.entries(fields).flatMap(([name, { type, required }]) => {
    const value = body[name];
    if (value === undefined)
      return required ? [`/${name} :: field is required but not found and has no default value`] : [];
    if (typeof type !== "string")
      return (type as readonly unknown[]).includes(value)
        ? []
        : [`/${name} :: ${JSON.stringify(value)} is not an enum symbol`];
    const fits = type === "record" ? isObject(value) : typeof value === type;
    return fits ? [] : [`/${name} :: ${JSON.stringify(value)} cannot be coerced to ${type}`];
  });
  return [...unknown.map(notAllowed("")), ...wrong];
}

function wrongDistribution(distribution: unknown): string[] {
  if (!isObject(distribution)) return [];
  const unknown = Object.keys(distribution).filter((name) => !distributionFields.includes(name));
  const isKnown = ["MAIN_FEED", "NONE"].includes(String(distribution.feedDistribution));
  return [
    ...unknown.map(notAllowed("/distribution")),
    ...(isKnown
      ? []
      : ["/distribution/feedDistribution :: field is required but not found or no enum symbol"]),
  ];
}

function wrongContent({ content, reshareContext }: JsonObject): string[] {
  if (!isObject(content)) return [];
  const names = Object.keys(content);
  const [name = ""] = names;
  const kind = kinds[name];
  if (names.length !== 1 || !kind || reshareContext)
    return [`/content :: union must have exactly one known member, found ${names.join(", ") || "none"}`];
  const value = content[name];
  if (!isObject(value)) return [`/content/${name} :: is not a record`];
  const unknown = Object.keys(value).filter((field) => !kind.known.includes(field));
  const missing = kind.required.filter((field) => value[field] === undefined);
  return [
    ...unknown.map(notAllowed(`/content/${name}`)),
    ...missing.map(
      (field) => `/content/${name}/${field} :: field is required but not found and has no default value`,
    ),
    ...wrongImages(name, value.images),
  ];
}

const wrongImages = (kind: string, images: unknown): string[] =>
  kind === "multiImage" && !(Array.isArray(images) && images.length >= 2 && images.length <= 20)
    ? ["/content/multiImage/images :: must have 2 to 20 members"]
    : [];

const notAllowed =
  (place: string) =>
  (name: string): string =>
    `${place}/${name} :: unrecognized field found but not allowed`;
