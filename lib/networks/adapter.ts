import type { Crop } from "#lib/stories/image-sizes.ts";
import type { NetworkId } from "./network.ts";

// How a network is spoken to. Nothing outside of lib/networks asks which network it has before it.

/** Who the account is, as the network says. */
export type Account = {
  /** The server it lives on; empty where the network has one only. */
  origin: string;
  /** The network's own, lasting name for the person. */
  subject: string;
  handle: string;
  displayName: string;
  profileUrl: string | null;
  limits: NetworkLimits | null;
};

/** What the account's own server allows, where servers differ. */
export type NetworkLimits = {
  maxCharacters: number;
  charactersPerUrl: number;
  maxImages: number;
  imageBytes: number;
};

export type Tokens = {
  accessToken: string;
  /** Null when the network gave none: a stored one is then kept, never overwritten. */
  refreshToken: string | null;
  expiresAt: Date | null;
  refreshExpiresAt: Date | null;
  grantedScopes: string[];
};

/** What is needed to act for a connected account. */
export type Access = Pick<Account, "origin" | "subject" | "handle" | "limits"> &
  Pick<Tokens, "accessToken" | "grantedScopes"> & {
    /** When the token took an earlier one's place: LinkedIn may call one revoked that it gave out seconds before. */
    tokenReceivedAt?: Date;
  };

/** The app that Herald is at a network: registered by hand and set in the environment, or registered by Herald itself. */
export type AppCredentials = { clientId: string; clientSecret: string; scopes: string };

/** Why the network refuses the app itself. No member can mend it, and none is disconnected for it. */
export type AppBlock = {
  kind: "app_blocked";
  reason: "version" | "credits" | "product" | "credentials";
  detail?: string;
};
/** The member's consent is over. */
export type NeedsReconnect = { kind: "needs_reconnect"; reason: "expired" | "revoked" | "scope" };
/** Nothing was created, surely, and nothing may be asked before `at`. */
export type RetryAfter = {
  kind: "retry_after";
  at: Date;
  /** Nobody asked for the wait: the network was not reached, or not in a state to answer. */
  isAway?: true;
};
/** The network did not answer in a way that says anything. What was asked created nothing. */
export type TryLater = {
  kind: "try_later";
  /** The question may have been heard, and what it asked for be billed. */
  mayBeBilled?: true;
};

export type ConnectOutcome =
  | { kind: "connected"; account: Account; tokens: Tokens }
  /** The code was used, too old, or somebody else's. */
  | { kind: "start_again" }
  /** The password, or the name, is not right; the sentence says what to do. */
  | { kind: "refused"; sentence: string }
  | AppBlock
  | RetryAfter
  | TryLater;

export type RefreshOutcome =
  | { kind: "refreshed"; tokens: Tokens }
  | NeedsReconnect
  | AppBlock
  | RetryAfter
  | TryLater;

export type ConsentRequest = {
  app: AppCredentials;
  origin: string;
  state: string;
  /** PKCE S256; left out of the address where the network does not know it. */
  codeChallenge: string;
  redirectUri: string;
};

export type ConsentAnswer = {
  app: AppCredentials;
  origin: string;
  code: string;
  codeVerifier: string;
  redirectUri: string;
};

/** Consent on the network's own page. */
export type ConsentConnector = {
  by: "consent";
  /** The app from the environment; null when it is not set up (or, where Herald registers itself, null always). */
  configuredApp: () => AppCredentials | null;
  /** Registers Herald at a server; for networks of many servers. */
  registerApp: ((origin: string, redirectUri: string) => Promise<AppCredentials | TryLater>) | null;
  consentAddress: (request: ConsentRequest) => Promise<string>;
  /** The member came back with a code. Asked within the callback's own request: some codes live for seconds. */
  finish: (answer: ConsentAnswer) => Promise<ConnectOutcome>;
  /** What `error` in the callback means: a member who said no, something wrong with the app, or nothing that lasts. */
  readError: (error: string) => "denied" | "app" | "later";
};

/** A password made for Herald alone, which is not kept: only the session that it opens is. */
export type PasswordConnector = {
  by: "app_password";
  signIn: (origin: string, identifier: string, password: string) => Promise<ConnectOutcome>;
};

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

/** Null is "the network did not say". */
export type Figures = {
  impressions: number | null;
  reactions: number | null;
  comments: number | null;
  reposts: number | null;
};

export type MeasureOutcome =
  /** By external id; `missing` when the network does not have the post. One that is not in it was not answered for. */
  | { kind: "measured"; posts: Map<string, Figures | "missing"> }
  | NeedsReconnect
  | AppBlock
  | RetryAfter
  | TryLater;

export type Measurer = {
  /** What the figures come from, in words. */
  source: string;
  /** Most posts that one call of `measure` may carry. */
  batch: number;
  /** Hours after publishing at which it is asked; past the last, daily. Null: the usual ones. */
  hours: readonly number[] | null;
  /** Whether the granted scopes allow it at all. */
  canMeasure: (grantedScopes: readonly string[]) => boolean;
  /** `app_blocked` is said of reading figures alone: an app that may not may well publish. */
  measure: (access: Access, posts: { externalId: string; publishedAt: Date }[]) => Promise<MeasureOutcome>;
  /** Followers of the account; null when the network does not say or may not be asked. */
  countFollowers: (access: Access) => Promise<number | null>;
};

export type Adapter = {
  id: NetworkId;
  connector: ConsentConnector | PasswordConnector;
  /** A new pair of tokens; null where tokens last until they are revoked. */
  refresh: ((access: Access & { refreshToken: string | null }) => Promise<RefreshOutcome>) | null;
  /** Tells the network that the tokens are no longer wanted. Fails in silence: they are deleted here in any case. */
  revoke:
    | ((access: Access & { refreshToken: string | null }, app: AppCredentials | null) => Promise<void>)
    | null;
  publisher: Publisher;
  measurer: Measurer;
  /** The settings that decide whether the app is let in; under other ones a blocked network is tried again at once. */
  settings: () => string;
};
