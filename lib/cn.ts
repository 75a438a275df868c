import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names. Of two that set the same thing under the same modifiers (`hover:`, `sm:`) the later wins, so a
 * caller's class replaces a component's own. It knows what our components let a caller replace; tailwind-merge knows
 * all of Tailwind, and was 10 kB of every page.
 */
export function cn(...classes: ClassValue[]): string {
  const kept = new Map<string, string>();
  for (const name of clsx(classes).split(" ")) {
    const start = name.lastIndexOf(":") + 1;
    const modifiers = name.slice(0, start);
    const family = familyOf(name.slice(start));
    for (const replaced of [family, ...(covered[family] ?? [])]) kept.delete(modifiers + replaced);
    kept.set(modifiers + family, name);
  }
  return [...kept.values()].join(" ");
}

const display = /^(block|inline-block|flex|inline-flex|grid|hidden)$/;
const byPrefix =
  /^((?:min-|max-)?[wh]|size|aspect|gap|p[xytrbl]?|grid-cols|items|justify(?!-self|-items)|rounded(?!-[trblse]{1,2}-)|bg|leading|whitespace)-/;
const weight = /^font-(normal|medium|semibold|bold)$/;
const textSize = /^text-(xs|sm|base|lg|\d?xl|\[[\d.]+r?em\])$/;
const textFlow = /^text-(left|center|right|start|end|wrap|nowrap|balance|pretty|ellipsis|clip)$/;

/** What a class sets; a class of no known family is its own. */
function familyOf(utility: string): string {
  if (display.test(utility)) return "display";
  if (weight.test(utility)) return "weight";
  if (textSize.test(utility)) return "text-size";
  if (textFlow.test(utility)) return utility;
  if (utility.startsWith("text-")) return "text-color";
  return byPrefix.exec(utility)?.[1] ?? utility;
}

const covered: Record<string, string[]> = {
  size: ["w", "h"],
  p: ["px", "py", "pt", "pr", "pb", "pl"],
  px: ["pl", "pr"],
  py: ["pt", "pb"],
};
