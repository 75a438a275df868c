/** What a badge is called and what it asks. Nothing is for likes, logins or how often somebody posts. */
export const badges = {
  first_share: { name: "First share", asks: "Share a story for the first time." },
  own_words: { name: "Own words", asks: "Share ten times in your own words." },
  idea_travels: { name: "Ideas that travel", asks: "Have ideas that readers followed a hundred times." },
  word_kept: { name: "Good for their word", asks: "Keep three pledges." },
} as const;

export type BadgeName = keyof typeof badges;
export const badgeNames = Object.keys(badges) as BadgeName[];
