import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Access } from "../account.ts";
import { type NetworkAnswer, readJson } from "../ask-network.ts";
import { linkedinHosts } from "../network-hosts.ts";
import type { AppBlock, NeedsReconnect, RetryAfter } from "../outcomes.ts";
import type { Picture, Rejection } from "../publisher.ts";
import { soon } from "../retry-times.ts";
import { readRefusal } from "./answers.ts";
import { askAs, askRest } from "./ask.ts";
import { personUrn } from "./post-body.ts";
import { waits } from "./waits.ts";

type NotUploaded = Rejection | NeedsReconnect | AppBlock | RetryAfter;
type UploadOutcome = { kind: "uploaded"; urn: string } | NotUploaded;

const initialized = z.object({
  value: z.object({ uploadUrl: z.string(), image: z.string().regex(/^urn:li:(image|digitalmediaAsset):/) }),
});

const uploadTimeoutMs = 60_000;

/**
 * Uploads a picture for the member's next post; nobody sees it until then.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api
 */
export async function uploadImage(access: Access, picture: Picture): Promise<UploadOutcome> {
  const start = await askRest(access, {
    method: "POST",
    path: "/rest/images?action=initializeUpload",
    body: JSON.stringify({ initializeUploadRequest: { owner: personUrn(access.subject) } }),
  });
  const refusal = refusalOf(start, access);
  if (refusal) return refusal;
  const { data } = initialized.safeParse(start.kind === "answer" ? readJson(start) : null);
  if (!data) return soon();
  const { uploadUrl, image } = data.value;
  // The bytes travel with the member's token: to LinkedIn, or nowhere.
  if (!isUploadAddress(uploadUrl)) return { kind: "rejected", reason: "media" };

  const sent = await askAs(access, {
    method: "PUT",
    url: uploadUrl,
    body: picture.bytes,
    headers: { "Content-Type": picture.contentType },
    timeoutMs: uploadTimeoutMs,
  });
  const stopped = refusalOf(sent, access);
  if (stopped) return stopped;
  await wait(waits.imageMs);
  return { kind: "uploaded", urn: image };
}

/** Bytes and a token are sent there, so it is LinkedIn's over https, or the simulator's. */
export function isUploadAddress(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  const { pages } = linkedinHosts();
  if (pages !== "https://www.linkedin.com") return url.origin === pages;
  return url.protocol === "https:" && url.port === "" && /^([\w-]+\.)*linkedin\.com$/.test(url.hostname);
}

/** Whatever goes wrong here, nothing is public, and all of it can be done again. */
function refusalOf(answer: NetworkAnswer, access: Access): NotUploaded | null {
  if (answer.kind !== "answer") return soon();
  if (answer.status >= 200 && answer.status < 300) return null;
  const refusal = readRefusal(answer, access) ?? soon();
  return refusal.kind === "rejected" ? { kind: "rejected", reason: "media" } : refusal;
}
