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
