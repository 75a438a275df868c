import { type Account, accountFor } from "../accounts.ts";
import { type Answer, type Call, isObject, type JsonObject, json, objectOf } from "../call.ts";
import { engagementOf } from "../engagement.ts";
import { noEngagement, type World } from "../world.ts";
import { cidOf } from "./blobs.ts";
import { invalid, refuse } from "./errors.ts";
import { findPerson, handleOf } from "./identity.ts";
import { assertPostRecord } from "./post-record.ts";
import { countPoints } from "./rate.ts";
import { personOf } from "./sessions.ts";
import type { BlueskyRecord } from "./state.ts";

const collection = "app.bsky.feed.post";
const tid = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
const tidLetters = "234567abcdefghijklmnopqrstuvwxyz";
const points = { create: 3, put: 2, delete: 1 };

/** `com.atproto.repo.putRecord`: the same record under the same key is no second post, and no commit. */
export function putRecord(world: World, call: Call): Answer {
  const { person, body, rkey } = readWrite(world, call, points.put);
  if (!rkey) throw invalid('Input must have the property "rkey"');
  const record = readRecord(world, person, body);
  const existing = liveRecord(world, person, rkey);
  if ("swapRecord" in body && body.swapRecord !== (existing?.cid ?? null))
    throw refuse(400, "InvalidSwap", `Record was at ${existing?.cid ?? "null"}`);
  if (existing?.cid === cidOfRecord(record))
    return json(200, { uri: existing.uri, cid: existing.cid, validationStatus: "valid" });
  return json(200, written(keep(world, person, rkey, record, existing)));
}

/** `com.atproto.repo.createRecord`: a key that is taken breaks the reference server. */
export function createRecord(world: World, call: Call): Answer {
  const { person, body, rkey } = readWrite(world, call, points.create);
  const record = readRecord(world, person, body);
  if (rkey && liveRecord(world, person, rkey)) {
    const isClear = world.state.settings.bluesky.createOnTakenKey === 400;
    throw isClear
      ? refuse(400, "InvalidSwap", "Record already exists")
      : refuse(500, "InternalServerError", "Internal Server Error");
  }
  return json(200, written(keep(world, person, rkey ?? newTid(world), record, null)));
}

/** `com.atproto.repo.deleteRecord`: deleting what is not there is no error. */
export function deleteRecord(world: World, call: Call): Answer {
  const { person, rkey } = readWrite(world, call, points.delete);
  const existing = liveRecord(world, person, rkey ?? "");
  if (existing) existing.deletedAt = world.now();
  return json(200, existing ? { commit: commit() } : {});
}

/** `com.atproto.repo.getRecord` */
export function getRecord(world: World, call: Call): Answer {
  const [repo = "", name = "", rkey = ""] = ["repo", "collection", "rkey"].map(
    (param) => call.query.get(param) ?? "",
  );
  const person = findPerson(world, repo);
  if (!person) throw invalid(`Could not find repo: ${repo}`);
  const record = name === collection ? liveRecord(world, person, rkey) : null;
  if (!record)
    throw refuse(400, "RecordNotFound", `Could not locate record: at://${person.subject}/${name}/${rkey}`);
  return json(200, { uri: record.uri, cid: record.cid, value: record.value });
}

/** `app.bsky.feed.getPosts`: a post that is not there is left out. */
export function getPosts(world: World, call: Call): Answer {
  const uris = call.query.getAll("uris");
  if (uris.length === 0) throw invalid('Params must have the property "uris"');
  if (uris.length > 25) throw invalid("Error: uris must not have more than 25 elements");
  const { indexingMs } = world.state.settings.bluesky;
  const posts = [...new Set(uris)].flatMap((uri) => {
    const record = world.state.bluesky.records[uri];
    const isSeen = record && record.deletedAt === null && world.now() - record.createdAt >= indexingMs;
    return isSeen ? [postView(world, record)] : [];
  });
  return json(200, { posts });
}

function postView(world: World, post: BlueskyRecord): object {
  const { uri, cid, account, value, createdAt } = post;
  const engagement = engagementOf(world, "bluesky", post);
  const person = accountFor(world, "bluesky", account);
  const counts = {
    likeCount: engagement.likes,
    repostCount: engagement.reposts,
    replyCount: engagement.comments,
    quoteCount: engagement.quotes,
    bookmarkCount: engagement.bookmarks,
  };
  return {
    uri,
    cid,
    author: { did: person.subject, handle: handleOf(person), displayName: person.name, labels: [] },
    record: value,
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== null)),
    indexedAt: new Date(createdAt).toISOString(),
    labels: [],
  };
}

function readWrite(world: World, call: Call, cost: number) {
  const person = personOf(world, call);
  countPoints(world, call, person.id, cost);
  const body = objectOf(call);
  if (!body) throw invalid("Request body must be JSON");
  const { repo, rkey } = body;
  if (typeof repo !== "string") throw invalid('Input must have the property "repo"');
  if (findPerson(world, repo)?.id !== person.id)
    throw refuse(401, "AuthenticationRequired", "Authentication Required");
  if (body.collection !== collection)
    throw invalid(`The simulator knows the collection ${collection} only, not ${body.collection}`);
  if (rkey !== undefined && (typeof rkey !== "string" || !tid.test(rkey)))
    throw invalid(`Invalid record key: ${rkey} is no TID`);
  return { person, body, rkey };
}

function readRecord(world: World, person: Account, { record }: JsonObject): JsonObject {
  if (!isObject(record)) throw invalid('Input must have the property "record"');
  assertPostRecord(world, person.id, record);
  return record;
}

const uriOf = ({ subject }: Account, rkey: string): string => `at://${subject}/${collection}/${rkey}`;

function liveRecord(world: World, person: Account, rkey: string): BlueskyRecord | null {
  const record = world.state.bluesky.records[uriOf(person, rkey)];
  return record && record.deletedAt === null ? record : null;
}

function keep(
  world: World,
  person: Account,
  rkey: string,
  value: JsonObject,
  existing: BlueskyRecord | null,
): BlueskyRecord {
  const record: BlueskyRecord = {
    uri: uriOf(person, rkey),
    cid: cidOfRecord(value),
    account: person.id,
    value,
    createdAt: existing?.createdAt ?? world.now(),
    deletedAt: null,
    engagement: existing?.engagement ?? noEngagement(),
  };
  world.state.bluesky.records[record.uri] = record;
  return record;
}

const written = ({ uri, cid }: BlueskyRecord): object => ({
  uri,
  cid,
  commit: commit(),
  validationStatus: "valid",
});

let revision = 0;

function commit(): object {
  revision += 1;
  const rev = `3l${revision.toString(36).padStart(11, "2")}`;
  return { cid: cidOf("bafyrei", Buffer.from(rev)), rev };
}

/** Members in any order make the same record. */
const cidOfRecord = (value: JsonObject): string =>
  cidOf("bafyrei", Buffer.from(JSON.stringify(value, sortedKeys)));

const sortedKeys = (_key: string, value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

function newTid(world: World): string {
  let number = BigInt(world.nextId()) & 0x7fff_ffff_ffff_ffffn;
  let text = "";
  for (let place = 0; place < 13; place++) {
    text = (tidLetters[Number(number & 31n)] ?? "2") + text;
    number >>= 5n;
  }
  return text;
}
