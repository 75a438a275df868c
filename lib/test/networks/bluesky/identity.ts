import { type Account, accountFor } from "../accounts.ts";
import { type Answer, type Call, json } from "../call.ts";
import type { World } from "../world.ts";
import { invalid, refuse } from "./errors.ts";

export const handleOf = ({ id }: Account): string =>
  id.includes(".") ? id : `${id.replaceAll("_", "-")}.test`;

/** By handle or DID. */
export const findPerson = (world: World, identifier: string): Account | null =>
  Object.values(world.state.accounts.bluesky).find(
    (account) => account.subject === identifier || handleOf(account) === identifier.toLowerCase(),
  ) ?? newcomer(world, identifier);

function newcomer(world: World, identifier: string): Account | null {
  const name = /^([a-z0-9-]+)\.test$/.exec(identifier.toLowerCase())?.[1];
  if (!name || !world.state.settings.audience.anybody) return null;
  return accountFor(world, "bluesky", name.replaceAll("-", "_"));
}

/** `com.atproto.identity.resolveHandle` */
export function resolveHandle(world: World, call: Call): Answer {
  const handle = call.query.get("handle");
  if (!handle) throw invalid('Params must have the property "handle"');
  const person = findPerson(world, handle);
  if (!person || handle.startsWith("did:")) throw invalid("Unable to resolve handle");
  return json(200, { did: person.subject });
}

/** What `https://plc.directory/{did}` answers. */
export function didDocument(world: World, _call: Call, did = ""): Answer {
  const person = findPerson(world, did);
  if (!person) throw refuse(404, "NotFound", `DID not registered: ${did}`);
  return json(200, didDocOf(world, person));
}

export const didDocOf = (world: World, person: Account): object => ({
  "@context": ["https://www.w3.org/ns/did/v1"],
  id: person.subject,
  alsoKnownAs: [`at://${handleOf(person)}`],
  verificationMethod: [],
  service: [{ id: "#atproto_pds", type: "AtprotoPersonalDataServer", serviceEndpoint: world.origin }],
});

/** `com.atproto.server.describeServer` */
export const describeServer = (): Answer =>
  json(200, {
    did: "did:web:127.0.0.1",
    availableUserDomains: [".test"],
    inviteCodeRequired: false,
    links: {},
    contact: {},
  });

/** `app.bsky.actor.getProfile` */
export function getProfile(world: World, call: Call): Answer {
  const person = findPerson(world, call.query.get("actor") ?? "");
  if (!person || person.suspended) throw invalid("Profile not found");
  const { id, name, subject, followers, following } = accountFor(world, "bluesky", person.id);
  const posts = Object.values(world.state.bluesky.records).filter(
    ({ account, deletedAt }) => account === id && deletedAt === null,
  );
  return json(200, {
    did: subject,
    handle: handleOf(person),
    displayName: name,
    ...(followers !== null && { followersCount: followers }),
    followsCount: following,
    postsCount: posts.length,
    labels: [],
  });
}
