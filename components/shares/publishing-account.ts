import type { ConnectionInfo, ConnectOffer } from "#lib/connections/schemas.ts";

/** The account that Herald could post through just now, however its consent stands; null where the member posts by hand. */
export const publishingAccount = (offer: ConnectOffer | undefined): ConnectionInfo | null =>
  offer?.publishes && offer.coversPost ? offer.connection : null;
