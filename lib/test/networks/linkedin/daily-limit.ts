import { day } from "../clock.ts";
import { take } from "../window.ts";
import type { World } from "../world.ts";
import { throttled } from "./errors.ts";
import type { Member } from "./member.ts";

/** 150 a day for a member, until 00:00 UTC. */
export function countDay(world: World, { grant, account }: Member): void {
  const now = world.now();
  const { postsPerMemberPerDay, postsPerAppPerDay } = world.state.settings.linkedin;
  const { days } = world.state.linkedin;
  const date = Math.floor(now / day);
  const whole = { startsAt: date * day, count: 0 };
  const memberName = `${grant.clientId}:${account}:${date}`;
  const appName = `${grant.clientId}:${date}`;
  days[memberName] ??= { ...whole };
  days[appName] ??= { ...whole };
  if (!take(days, memberName, { limit: postsPerMemberPerDay, ms: day }, now).allowed)
    throw throttled("APPLICATION_AND_MEMBER");
  if (!take(days, appName, { limit: postsPerAppPerDay, ms: day }, now).allowed)
    throw throttled("APPLICATION");
}
