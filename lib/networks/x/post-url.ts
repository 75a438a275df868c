import { xHosts } from "../network-hosts.ts";

/** X finds the post by its number, whatever the member is called by then. */
export const postUrl = (handle: string, id: string): string =>
  /^\w+$/.test(handle) ? `${xHosts().pages}/${handle}/status/${id}` : `${xHosts().pages}/i/web/status/${id}`;
