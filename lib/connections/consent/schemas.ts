import { z } from "zod";
import { networkIds } from "#lib/networks/networks.ts";
import { results } from "../results.ts";

const word = z.string().min(1).max(4000).optional().catch(undefined);

/** What a network's page sends a member back with. Nothing of it is ever shown or logged. */
export const callbackInput = z.object({
  network: z.enum(networkIds),
  state: word,
  code: word,
  error: word,
  /** Who answers, where the server says so: https://www.rfc-editor.org/rfc/rfc9207 */
  iss: word,
});
export type CallbackInput = z.output<typeof callbackInput>;

/** What the page of connections is told in its address. */
export const landingFilters = z.object({
  result: z.enum(results).optional().catch(undefined),
  network: z.enum(networkIds).optional().catch(undefined),
  request: z.uuid().optional().catch(undefined),
});
