import { accountFor } from "../accounts.ts";
import { type Answer, bearerOf, type Call, isObject, json, objectOf, Refusal } from "../call.ts";
import { imageAddress } from "../images.ts";
import type { NetworkServer } from "../network-server.ts";
import { answerBy, type Route } from "../route.ts";
import type { PostChange, PublicPost, World } from "../world.ts";
import { uploadBlob } from "./blobs.ts";
import { describeServer, didDocument, findPerson, getProfile, handleOf, resolveHandle } from "./identity.ts";
import { withRate } from "./rate.ts";
import { createRecord, deleteRecord, getPosts, getRecord, putRecord } from "./records.ts";
import { segmentsOf } from "./segments.ts";
import { createSession, deleteSession, findSession, getSession, refreshSession } from "./sessions.ts";
import type { BlueskyRecord } from "./state.ts";

const routes: Route[] = [
  ["POST", "/xrpc/com.atproto.server.createSession", createSession],
  ["POST", "/xrpc/com.atproto.server.refreshSession", refreshSession],
  ["POST", "/xrpc/com.atproto.server.deleteSession", deleteSession],
  ["GET", "/xrpc/com.atproto.server.getSession", getSession],
  ["GET", "/xrpc/com.atproto.server.describeServer", describeServer],
  ["GET", "/xrpc/com.atproto.identity.resolveHandle", resolveHandle],
  ["POST", "/xrpc/com.atproto.repo.putRecord", putRecord],
  ["POST", "/xrpc/com.atproto.repo.createRecord", createRecord],
  ["POST", "/xrpc/com.atproto.repo.deleteRecord", deleteRecord],
  ["GET", "/xrpc/com.atproto.repo.getRecord", getRecord],
  ["POST", "/xrpc/com.atproto.repo.uploadBlob", uploadBlob],
  ["GET", "/xrpc/app.bsky.feed.getPosts", getPosts],
  ["GET", "/xrpc/app.bsky.actor.getProfile", getProfile],
  ["GET", "/:did", didDocument],
];

export const bluesky: NetworkServer = {
  answer: async (world, call) => {
    try {
      return withRate(call, (await answerBy(routes, world, call)) ?? notImplemented);
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(withRate(call, error.answer));
      throw error;
    }
  },
  accountOf,
  posts: (world) =>
    Object.values(world.state.bluesky.records)
      .filter(({ deletedAt }) => deletedAt === null)
      .map((record) => publicPost(world, record)),
  changePost: (world, { id, deleted, ...engagement }: PostChange) => {
    const record = world.state.bluesky.records[id];
    if (!record) return false;
    if (deleted !== undefined) record.deletedAt = deleted ? world.now() : null;
    Object.assign(record.engagement, engagement);
    return true;
  },
};

const notImplemented: Answer = json(501, {
  error: "MethodNotImplemented",
  message: "Method Not Implemented",
});

function accountOf(world: World, call: Call): string | null {
  const token = bearerOf(call);
  if (token) return findSession(world, token)?.account ?? null;
  const identifier = objectOf(call)?.identifier;
  return typeof identifier === "string" ? (findPerson(world, identifier)?.id ?? null) : null;
}

/** Links are what facets make of them; the card is shown as it was sent. */
function publicPost(world: World, { uri, account, value, createdAt }: BlueskyRecord): PublicPost {
  const person = accountFor(world, "bluesky", account);
  const embed = isObject(value.embed) ? value.embed : {};
  const external = isObject(embed.external) ? embed.external : null;
  const images = Array.isArray(embed.images) ? embed.images.filter(isObject) : [];
  const address = (blob: unknown) =>
    isObject(blob) && isObject(blob.ref) ? imageAddress(world, String(blob.ref.$link)) : null;
  return {
    provider: "bluesky",
    id: uri,
    account,
    author: { name: person.name, handle: `@${handleOf(person)}` },
    text: String(value.text),
    segments: segmentsOf(String(value.text), value.facets),
    card: external && {
      url: String(external.uri),
      title: String(external.title),
      description: String(external.description),
      image: address(external.thumb),
    },
    images: images.map(({ image, alt }) => ({ url: address(image) ?? "", alt: String(alt) })),
    at: new Date(createdAt).toISOString(),
    permalink: `${world.origin}/profile/${person.subject}/post/${uri.split("/").at(-1)}`,
  };
}
