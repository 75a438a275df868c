import type { Crop } from "#lib/stories/image-sizes.ts";
import type { Access } from "./account.ts";
import type { AppBlock, NeedsReconnect, RetryAfter } from "./outcomes.ts";

/** What goes out, frozen with the first attempt: every further one sends the same. */
export type FrozenPost = {
  text: string;
  /** The short link; the only address of ours in the post. */
  url: string;
  card: { title: string; description: string };
  /** With a crop where it is a card's. */
  image: { id: string; alt: string; crop?: Crop } | null;
  language: string;
  /** Of the first attempt; part of the post on Bluesky. ISO. */
  createdAt: string;
};

/** A story's picture, encoded so that the network takes it. */
export type Picture = { bytes: Buffer; contentType: "image/jpeg" | "image/png"; alt: string };

/** The one request that can create the post, as it is kept before it leaves. */
export type CreateRequest = { body: string; key: string | null; apiVersion: string | null };

export type Rejection = {
  kind: "rejected";
  reason: "duplicate" | "too_long" | "media" | "content";
  /** The post that is there already, when the network names it. */
  url?: string;
};

/** What an answer to the create request means, sorted by one question: can the network have created the post? */
export type PublishOutcome =
  | { kind: "published"; externalId: string; url: string }
  /** It was there already, from an attempt whose answer was lost. */
  | { kind: "published_adopted"; externalId: string; url: string }
  | { kind: "published_id_unknown" }
  | Rejection
  | NeedsReconnect
  | AppBlock
  | RetryAfter
  | { kind: "unknown"; because: "timeout" | "no_answer" | "server_error" | "unreadable" | "duplicate" };

export type CreateAnswer = {
  outcome: PublishOutcome;
  status: number | null;
  /** Ids of the answer that the network's support asks for. */
  ids: Record<string, string>;
  /** What the network said, cut to 2,000 characters, without secrets. */
  detail: string | null;
};

/** Nothing public was created, whatever the kind. */
export type PrepareOutcome =
  | { kind: "ready"; request: CreateRequest }
  | Rejection
  | NeedsReconnect
  | AppBlock
  | RetryAfter;

export type Publisher = {
  /**
   * Uploads the picture and writes the request. May be repeated: nothing of it is public. The picture is the card's where
   * Herald makes the card (`cardBy`), or a picture story's own; beside a link whose page the network reads there is none, for
   * it would stand in the card's place.
   */
  prepare: (access: Access, post: FrozenPost, picture: Picture | null) => Promise<PrepareOutcome>;
  /**
   * Sends it, once. Never throws; never repeats by itself, but where LinkedIn refused a token that is seconds old, which
   * proves that nothing was created.
   */
  create: (access: Access, request: CreateRequest) => Promise<CreateAnswer>;
  /**
   * Sends once more what its member did not find, though it may be there: makes it if it is not, and no second one if it is.
   * Under the same rules as `create`. That the network has it already is no refusal: it is adopted where it is named, and
   * unknown where it is not.
   */
  repeat: (access: Access, unknown: UnknownPost) => Promise<CreateAnswer>;
  /**
   * Learns what became of an `unknown` one, as the member's own act. `sentAt` says how old it is: what cannot be learnt any
   * more stays unknown. `not_posted` is proof that it is not there. `needs_reconnect`, `app_blocked` and `retry_after` say
   * only that the question was refused: nothing was learnt, and the post stays unknown. It is never `rejected`.
   */
  resolve: (
    access: Access,
    unknown: UnknownPost,
  ) => Promise<(CreateAnswer | { outcome: { kind: "not_posted" } }) & { billed?: number }>;
  /** The most that `resolve` bills, of the network's prices. `billed` says how many of them it was; all, unless said. */
  resolveCharges: readonly ("post_read" | "account_read")[];
};

export type UnknownPost = {
  request: CreateRequest;
  post: FrozenPost;
  /** When this very request left first. */
  sentAt: Date;
  /** When it left last; as often as not that is once. */
  lastSentAt?: Date;
};
