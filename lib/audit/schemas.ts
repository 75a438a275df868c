import { z } from "zod";

export const auditFilters = z.object({
  /** Show what happened before this event. */
  before: z.uuid().optional().catch(undefined),
});
export type AuditFilters = z.output<typeof auditFilters>;

/** One line of the audit: Ada Lovelace · approved the story · "A factory that runs on rain" · when. */
export type AuditEventDto = {
  id: string;
  /** A member's name, or the job's. */
  who: string;
  did: string;
  /** What it was done to, where that has a name. */
  subject: string | null;
  happenedAt: Date;
};

export type AuditPage = { events: AuditEventDto[]; nextBefore: string | null };
