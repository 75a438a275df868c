import { setTimeout as wait } from "node:timers/promises";
import { accountFor } from "../accounts.ts";
import { type Answer, type Call, json } from "../call.ts";
import { minute } from "../clock.ts";
import { engagementOf } from "../engagement.ts";
import { readCard } from "../link-card.ts";
import { escapeHtml } from "../page.ts";
import { noEngagement, type World } from "../world.ts";
import { accountView } from "./accounts.ts";
import { invalid, notFound, refuse } from "./errors.ts";
import { countedLength } from "./length.ts";
import { mediaView } from "./media.ts";
import { type Params, paramsOf } from "./params.ts";
import { isModern } from "./scopes.ts";
import type { MastodonStatus } from "./state.ts";
import { userOf } from "./user.ts";

const visibilities = ["public", "unlisted", "private", "direct"];

/** Keys whose status is being made now. */
const atWork = new WeakMap<World, Map<string, Promise<void>>>();

/** `POST /api/v1/statuses`: the same key of the same person within the hour is the same status. */
export async function createStatus(world: World, call: Call): Promise<Answer> {
  const account = userOf(world, call, ["write:statuses"]);
  const params = await paramsOf(call);
  const key = call.headers["idempotency-key"];
  if (!key) return json(200, view(world, await make(world, account, params)));

  const name = `${account}:${key}`;
  const kept = keptStatus(world, name);
  if (kept) return json(200, view(world, kept));
  const lock = world.state.settings.mastodon.lock;
  const working = atWork.get(world) ?? new Map<string, Promise<void>>();
  atWork.set(world, working);
  if (lock === "503" && working.has(name))
    throw refuse(503, "There was a temporary problem serving your request, please try again");
  while (lock === "hold" && working.has(name)) await working.get(name);
  const made = keptStatus(world, name);
  if (made) return json(200, view(world, made));

  const { promise, resolve } = Promise.withResolvers<void>();
  working.set(name, promise);
  try {
    const status = await make(world, account, params);
    world.state.mastodon.keys[name] = { statusId: status.id, at: world.now() };
    return json(200, view(world, status));
  } finally {
    working.delete(name);
    resolve();
  }
}

export function readStatus(world: World, _call: Call, id = ""): Answer {
  const status = publicStatus(world, id);
  if (!status) throw notFound();
  return json(200, view(world, status));
}

/** `GET /api/v1/statuses?id[]=…`: what is not there is left out. */
export function readStatuses(world: World, call: Call): Answer {
  if (!isModern(world)) throw notFound();
  const statuses = call.query
    .getAll("id[]")
    .slice(0, 40)
    .map((id) => publicStatus(world, id));
  return json(
    200,
    statuses.flatMap((status) => (status ? [view(world, status)] : [])),
  );
}

/** `GET /api/v1/accounts/:id/statuses`: what somebody posted, newest first. */
export function listStatuses(world: World, call: Call, id = ""): Answer {
  userOf(world, call, ["read:statuses"]);
  const author = Object.values(world.state.accounts.mastodon).find(({ subject }) => subject === id);
  if (!author) throw notFound();
  const statuses = Object.values(world.state.mastodon.statuses)
    .filter((status) => status.account === author.id && isPublic(world, status))
    .toReversed()
    .sort((one, other) => other.createdAt - one.createdAt)
    .slice(0, Math.min(Number(call.query.get("limit") ?? 20), 40));
  return json(
    200,
    statuses.map((status) => view(world, status)),
  );
}

export function deleteStatus(world: World, call: Call, id = ""): Answer {
  const account = userOf(world, call, ["write:statuses"]);
  const status = world.state.mastodon.statuses[id];
  if (!status || status.account !== account || status.deletedAt !== null) throw notFound();
  const deleted = { ...view(world, status), text: status.text };
  status.deletedAt = world.now();
  return json(200, deleted);
}

/** The one that a card is made of; images take its place. */
export const firstLink = ({ text, mediaIds }: MastodonStatus): string | null =>
  mediaIds.length > 0 ? null : (/https?:\/\/[^\s<>"]+/.exec(text)?.[0] ?? null);

export const isPublic = (world: World, { deletedAt, visibility, createdAt }: MastodonStatus): boolean =>
  deletedAt === null && ["public", "unlisted"].includes(visibility) && createdAt <= world.now();

async function make(world: World, account: string, params: Params): Promise<MastodonStatus> {
  const status = checked(world, account, params);
  const { createMs } = world.state.settings.mastodon;
  if (createMs > 0) await wait(createMs);
  world.state.mastodon.statuses[status.id] = status;
  for (const id of status.mediaIds) {
    const media = world.state.mastodon.media[id];
    if (media) media.statusId = status.id;
  }
  const link = firstLink(status);
  if (link)
    readCard(world, link, "Mastodon/4.4.3 (http.rb/5.2.0) Bot", (card) => {
      status.card = card;
    });
  return status;
}

function checked(world: World, account: string, params: Params): MastodonStatus {
  const { maxCharacters, charactersPerUrl } = world.state.settings.mastodon;
  const text = params.text("status") ?? "";
  const spoilerText = params.text("spoiler_text") ?? "";
  const visibility = params.text("visibility") ?? "public";
  const mediaIds = params.list("media_ids");
  if (!text.trim() && mediaIds.length === 0) throw invalid("Text can't be blank");
  if (countedLength(text, spoilerText, charactersPerUrl) > maxCharacters)
    throw invalid(`Text character limit of ${maxCharacters} exceeded`);
  if (!visibilities.includes(visibility)) throw invalid("Visibility is not included in the list");
  assertMedia(world, account, mediaIds);
  return {
    id: world.nextId(16),
    account,
    text,
    spoilerText,
    visibility,
    language: params.text("language"),
    mediaIds,
    card: null,
    createdAt: scheduledAt(world, params) ?? world.now(),
    deletedAt: null,
    engagement: noEngagement(),
  };
}

function assertMedia(world: World, account: string, mediaIds: string[]): void {
  const { maxMedia } = world.state.settings.mastodon;
  if (mediaIds.length > maxMedia) throw invalid(`Cannot attach more than ${maxMedia} files`);
  for (const id of mediaIds) {
    const media = world.state.mastodon.media[id];
    if (!media || media.account !== account || media.statusId !== null)
      throw invalid(`Media attachments ${id} cannot be found or is already used`);
    if (media.readyAt > world.now())
      throw invalid("Cannot attach files that have not finished processing. Try again in a moment!");
  }
}

function scheduledAt(world: World, params: Params): number | null {
  const text = params.text("scheduled_at");
  if (!text) return null;
  const at = Date.parse(text);
  if (Number.isNaN(at) || at < world.now() + 5 * minute)
    throw invalid("Scheduled at The scheduled date must be in the future");
  return at;
}

function keptStatus(world: World, name: string): MastodonStatus | null {
  const key = world.state.mastodon.keys[name];
  if (!key || world.now() - key.at >= world.state.settings.mastodon.idempotencyMs) return null;
  const status = world.state.mastodon.statuses[key.statusId];
  return status && status.deletedAt === null ? status : null;
}

function publicStatus(world: World, id: string): MastodonStatus | null {
  const status = world.state.mastodon.statuses[id];
  return status && isPublic(world, status) ? status : null;
}

function view(world: World, status: MastodonStatus): object {
  const { id, text, spoilerText, visibility, language, createdAt, mediaIds, card } = status;
  const engagement = engagementOf(world, "mastodon", status);
  const person = accountFor(world, "mastodon", status.account);
  const counts = {
    favourites_count: engagement.likes,
    reblogs_count: engagement.reposts,
    replies_count: engagement.comments,
    quotes_count: engagement.quotes,
  };
  return {
    id,
    created_at: new Date(createdAt).toISOString(),
    url: `${world.origin}/@${person.id}/${id}`,
    uri: `${world.origin}/users/${person.id}/statuses/${id}`,
    visibility,
    language,
    spoiler_text: spoilerText,
    sensitive: false,
    content: `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>`,
    account: accountView(world, person),
    media_attachments: mediaIds.map((mediaId) => mediaView(world, mediaId)),
    mentions: [],
    tags: [],
    emojis: [],
    // The page behind the link is read after the post was made.
    card: card && { ...card, type: "link" },
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== null)),
  };
}
