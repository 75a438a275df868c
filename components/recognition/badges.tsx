import { cn } from "#lib/cn.ts";
import { badges as kinds } from "#lib/recognition/badges/badges.ts";
import type { Recognition } from "#lib/recognition/schemas.ts";

type BadgesProps = { badges: Recognition["badges"]; sayDay: (at: string) => string };

/** Each badge with when it was earned, or with what it asks. */
export function Badges({ badges, sayDay }: BadgesProps) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {badges.map(({ badge, earnedAt }) => (
        <li
          key={badge}
          className={cn(
            "grid content-start gap-1 rounded-md border p-4",
            earnedAt ? "border-ink" : "border-dashed border-line",
          )}
        >
          <span className={cn("font-serif text-lg leading-tight", !earnedAt && "text-quiet")}>
            {kinds[badge].name}
          </span>
          <span className="text-sm text-quiet">
            {earnedAt ? `Since ${sayDay(earnedAt)}` : kinds[badge].asks}
          </span>
        </li>
      ))}
    </ul>
  );
}
