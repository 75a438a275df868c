import { bearerOf, type Call } from "../call.ts";
import type { Grant } from "../grants.ts";
import type { World } from "../world.ts";
import { accessDenied, refuse } from "./errors.ts";
import { subjectFor } from "./token.ts";

export type Member = { grant: Grant; account: string; urn: string };

/** Whose token it is; what is wrong with a token is said as LinkedIn says it. */
export function memberOf(world: World, call: Call): Member {
  const token = bearerOf(call);
  if (!token)
    throw refuse(401, {
      message: "Empty oauth2_access_token",
      serviceErrorCode: 401,
      code: "EMPTY_ACCESS_TOKEN",
      status: 401,
    });
  const grant = world.state.linkedin.grants.byToken[token];
  if (!grant)
    throw refuse(401, {
      serviceErrorCode: 65600,
      code: "INVALID_ACCESS_TOKEN",
      message: "Invalid access token",
      status: 401,
    });
  const now = world.now();
  const isSuspended = world.state.accounts.linkedin[grant.account]?.suspended;
  if (grant.revoked || isSuspended || grant.notBefore > now)
    throw refuse(401, {
      status: 401,
      serviceErrorCode: 65601,
      code: "REVOKED_ACCESS_TOKEN",
      message: "The token used in the request has been revoked by the user",
    });
  if ((grant.expiresAt ?? 0) <= now)
    throw refuse(401, {
      status: 401,
      serviceErrorCode: 65602,
      code: "EXPIRED_ACCESS_TOKEN",
      message: "The token used in the request has expired",
    });
  return {
    grant,
    account: grant.account,
    urn: `urn:li:person:${subjectFor(grant.account, grant.clientId)}`,
  };
}

export function assertScope({ grant }: Member, scope: string, what: string): void {
  if (!grant.scopes.includes(scope)) throw accessDenied(what);
}

/** What every `/rest/*` call must carry; the version it asks for. */
export function restMember(world: World, call: Call): Member & { version: string } {
  const member = memberOf(world, call);
  const version = String(call.headers["linkedin-version"] ?? "");
  if (!version)
    throw refuse(400, {
      status: 400,
      code: "VERSION_MISSING",
      message: "A version must be present. Please specify a version by adding the LinkedIn-Version header.",
    });
  const sunset = world.state.settings.linkedin.versions[version];
  if (!sunset || Date.parse(sunset) <= world.now())
    throw refuse(426, {
      status: 426,
      code: "NONEXISTENT_VERSION",
      message: `Requested version ${version}01 is not active`,
    });
  if (call.headers["x-restli-protocol-version"] !== "2.0.0")
    throw refuse(400, {
      status: 400,
      code: "ILLEGAL_ARGUMENT",
      message: "X-Restli-Protocol-Version header must be 2.0.0",
    });
  return { ...member, version };
}
