import { canSendMail } from "#lib/mail.ts";
import { mailQueue } from "./queues.ts";
import { requestJob } from "./requests.ts";

/** Asks for the organization's new notices to be mailed in about a second, where there is a mail server. */
export function requestMailing(organizationId: string): void {
  if (canSendMail()) requestJob(mailQueue, organizationId);
}
