export type Windows = Record<string, { startsAt: number; count: number }>;

export type Taken = { allowed: boolean; limit: number; remaining: number; resetsAt: number; ms: number };

/** Counts one call in the window of that name; windows begin with their first call. */
export function take(
  windows: Windows,
  name: string,
  { limit, ms, cost = 1 }: { limit: number; ms: number; cost?: number },
  now: number,
): Taken {
  let window = windows[name];
  if (!window || now >= window.startsAt + ms) window = { startsAt: now, count: 0 };
  windows[name] = window;
  const allowed = window.count + cost <= limit;
  if (allowed) window.count += cost;
  return { allowed, limit, remaining: Math.max(0, limit - window.count), resetsAt: window.startsAt + ms, ms };
}
