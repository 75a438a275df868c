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
