import { everybodyOf, groupLines, type Line } from "#lib/boards/group-lines.ts";
import { smallestGroup } from "#lib/boards/schemas.ts";

type Shown = {
  /** Whether more than the number of clicks may be shown. */
  isGroup: boolean;
  networks: Line[] | null;
  sites: Line[] | null;
};

/**
 * What the desk may see of a story's clicks, by the people who confirmed shares of it: under five the number of clicks alone,
 * else also each network and each site (it gives the network away) that five people stand behind. Never one person's own result.
 */
export function shownToDesk(networks: readonly Line[], sites: readonly Line[]): Shown {
  const isGroup = everybodyOf(networks).size >= smallestGroup;
  return {
    isGroup,
    networks: isGroup ? groupLines(networks) : null,
    sites: isGroup ? groupLines(sites) : null,
  };
}
