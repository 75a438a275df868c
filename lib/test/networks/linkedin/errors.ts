import { json, Refusal } from "../call.ts";

export const refuse = (status: number, body: object): Refusal => new Refusal(json(status, body));

export const tokenError = (status: number, error: string, error_description: string): Refusal =>
  new Refusal(json(status, { error, error_description }));

export const badField = (code: string, message: string): Refusal =>
  refuse(400, { status: 400, code, message });

/** What the request does not look like. */
export const schemaError = (lines: string[]): Refusal =>
  refuse(422, { message: lines.map((line) => `ERROR :: ${line}\n`).join(""), status: 422 });

export const accessDenied = (what: string): Refusal =>
  refuse(403, {
    status: 403,
    serviceErrorCode: 100,
    code: "ACCESS_DENIED",
    message: `Not enough permissions to access: ${what}`,
  });

export const notFound = (what: string): Refusal =>
  refuse(404, { status: 404, code: "NOT_FOUND", message: `${what} is not found` });

export const duplicateOf = (urn: string): Refusal =>
  refuse(422, {
    errorDetailType: "com.linkedin.common.error.BadRequest",
    message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${urn}`,
    errorDetails: {
      inputErrors: [{ description: "Duplicate post is detected", input: {}, code: "DUPLICATE_POST" }],
    },
    status: 422,
  });

export const throttled = (level: "APPLICATION_AND_MEMBER" | "APPLICATION"): Refusal =>
  refuse(429, {
    status: 429,
    serviceErrorCode: 101,
    code: "TOO_MANY_REQUESTS",
    message: `Resource level throttle ${level} DAY limit for calls to this resource is reached.`,
  });
