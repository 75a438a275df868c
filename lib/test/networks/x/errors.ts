import { json, Refusal } from "../call.ts";
import type { World } from "../world.ts";

export const oauthError = (status: number, error: string, error_description: string): Refusal =>
  new Refusal(json(status, { error, error_description }));

export const spentGrant = (world: World): Refusal =>
  oauthError(400, world.state.settings.x.grantError, "Value passed for the token was invalid.");

export const unauthorized = (): Refusal =>
  new Refusal(json(401, { title: "Unauthorized", type: "about:blank", status: 401, detail: "Unauthorized" }));

export const forbidden = (detail = "You are not permitted to perform this action."): Refusal =>
  new Refusal(json(403, { detail, type: "about:blank", title: "Forbidden", status: 403 }));

export const duplicate = (): Refusal =>
  forbidden("You are not allowed to create a Tweet with duplicate content.");

export const suspended = (world: World): Refusal =>
  new Refusal(
    json(403, {
      title: "Forbidden",
      type: problem(world, "user-suspended"),
      detail: "User is suspended",
      status: 403,
    }),
  );

export const invalidRequest = (world: World, message: string, parameters: object = {}): Refusal =>
  new Refusal(
    json(400, {
      errors: [{ parameters, message }],
      title: "Invalid Request",
      detail: "One or more parameters to your request was invalid.",
      type: problem(world, "invalid-request"),
    }),
  );

/** 185 bytes, as captured. */
export const creditsDepleted = (): Refusal =>
  new Refusal(
    json(402, {
      title: "CreditsDepleted",
      detail:
        "Your enrolled account [1857000000000000001] does not have any credits to fulfill this request.",
      type: "https://api.twitter.com/2/problems/credits",
    }),
  );

export const tooMany = (): Refusal =>
  new Refusal(
    json(429, { title: "Too Many Requests", type: "about:blank", status: 429, detail: "Too Many Requests" }),
  );

export const problem = (world: World, name: string): string => world.state.settings.x.problemBase + name;
