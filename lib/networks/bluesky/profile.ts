import { z } from "zod";
import { readJson } from "../ask-network.ts";
import { blueskyHosts } from "../network-hosts.ts";
import { askXrpc, isDone } from "./answers.ts";

const profile = z.object({
  displayName: z.string().catch(""),
  followersCount: z.number().int().nonnegative().nullable().catch(null),
});

/** What everybody can see of an account; null when it cannot be had just now. */
export async function readProfile(origin: string, did: string): Promise<z.output<typeof profile> | null> {
  const answer = await askXrpc({
    method: "GET",
    origin: blueskyHosts(origin).appView,
    name: "app.bsky.actor.getProfile",
    query: { actor: did },
  });
  return isDone(answer) ? (profile.safeParse(readJson(answer)).data ?? null) : null;
}
