-- Entries are chained from here on, and follow from facts that are written beside them: the next turns of the scorer read every
-- share, click and suggestion again and write both. (A truncation is no update: the trigger guards the rows.)
TRUNCATE "score_entries", "score_days";
--> statement-breakpoint
UPDATE "clicks" SET "scored_at" = NULL WHERE "counted" AND "scored_at" IS NOT NULL;
