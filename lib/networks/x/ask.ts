import type { Access } from "../account.ts";
import { askNetwork, type NetworkAnswer } from "../ask-network.ts";
import { xHosts } from "../network-hosts.ts";

type XQuestion = {
  method: "GET" | "POST";
  /** After the host, with its query. */
  path: string;
  body?: string;
  timeoutMs?: number;
};

/** Asks the API as the member. */
export const askX = (
  { accessToken }: Pick<Access, "accessToken">,
  { path, ...question }: XQuestion,
): Promise<NetworkAnswer> =>
  askNetwork({
    ...question,
    url: xHosts().api + path,
    headers: {
      Authorization: `Bearer ${accessToken}`,
      ...(question.body !== undefined && { "Content-Type": "application/json" }),
    },
  });
