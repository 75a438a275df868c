import type { ConnectionInfo } from "#lib/connections/schemas.ts";

/** Whether the network wants the member's consent once more before anything goes out through the account. */
export const isOver = ({ state }: ConnectionInfo): boolean => state !== "ok" && state !== "expiring";
