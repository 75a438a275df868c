/**
 * The origin of the server that somebody typed: `mastodon.social`, `@you@mastodon.social`, or an address of a page there.
 * Null when it is none. Only named servers, over https, on their usual port: nothing inside of the own network is one.
 */
export function serverOrigin(typed: string): string | null {
  const host = typed
    .trim()
    .replace(/^https?:\/\//i, "")
    .split(/[/?#]/, 1)[0]
    ?.split("@")
    .at(-1);
  const address = host ? URL.parse(`https://${host}`) : null;
  if (!address || address.port || /:\d*$/.test(host ?? "") || address.pathname !== "/") return null;
  const name = address.hostname.replace(/\.$/, "");
  return isPublicName.test(name) ? `https://${name}` : null;
}

/** Two labels or more, of which the last is not a number: no IP address, and no name that only a local network knows. */
const isPublicName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9-]{2,63}$/;
