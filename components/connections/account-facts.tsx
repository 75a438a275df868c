import type { ConnectionInfo } from "#lib/connections/schemas.ts";
import { sayPermissions, saySpan, sayTrouble } from "./say-connection.ts";

type AccountFactsProps = { connection: ConnectionInfo; now: Date; timeZone: string };

/** Whose account it is, since and until when, and what Herald may do with it. */
export function AccountFacts({ connection, now, timeZone }: AccountFactsProps) {
  const { displayName, handle, profileUrl, permissions } = connection;
  const trouble = sayTrouble(connection);
  const holds = connection.state === "ok" || connection.state === "expiring";
  const name = displayName === handle ? displayName : `${displayName} (${handle})`;
  return (
    <>
      <p className="font-medium [overflow-wrap:anywhere]">
        {profileUrl ? (
          <a
            href={profileUrl}
            target="_blank"
            rel="noreferrer"
            className="underline-offset-4 hover:underline"
          >
            {name}
          </a>
        ) : (
          name
        )}
      </p>
      {holds ? <p className="text-sm text-quiet">{saySpan(connection, now, timeZone)}</p> : null}
      {trouble ? <p className="max-w-prose text-pretty">{trouble}</p> : null}
      {holds && permissions.length > 0 ? (
        <p className="max-w-prose text-sm text-pretty text-quiet">{sayPermissions(permissions)}</p>
      ) : null}
    </>
  );
}
