import { requestRollUp } from "#lib/jobs/rolling-up.ts";
import { requestScoring } from "#lib/jobs/scoring.ts";
import { log } from "#lib/log.ts";
import { type NewClick, recordClicks } from "./mutations.ts";
import { codeOf } from "./partitions/database-error.ts";

/**
 * Stores clicks, and asks for what follows from them. A click that the database will never take, whatever the reason, is
 * written to the log whole and holds none of the others back.
 * @throws whatever the database throws when it is not the clicks' fault; then they should be tried again
 */
export async function storeClicks(clicks: readonly NewClick[]): Promise<void> {
  try {
    const { organizations, unknown } = await recordClicks(clicks);
    for (const click of clicks.filter(({ id }) => unknown.includes(id)))
      log.error({ click }, "this click's link is not there");
    for (const organizationId of organizations) requestScoring(organizationId);
    for (const organizationId of new Set(clicks.map((click) => click.organizationId)))
      requestRollUp(organizationId);
  } catch (error) {
    if (!isRefusal(codeOf(error))) throw error;
    if (clicks.length === 1)
      return log.error({ err: error, click: clicks[0] }, "the database refuses this click");
    const middle = Math.ceil(clicks.length / 2);
    await storeClicks(clicks.slice(0, middle));
    await storeClicks(clicks.slice(middle));
  }
}

/** Postgres's classes of errors in the data itself: 22 is a value that no column takes, 23 a broken constraint. */
const isRefusal = (code: string | undefined): boolean => /^2[23]/.test(code ?? "");
