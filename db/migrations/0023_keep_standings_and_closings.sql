DROP INDEX "standings_points";--> statement-breakpoint
ALTER TABLE "seasons" ADD COLUMN "closing_figures" jsonb;--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "shown" numeric(14, 1) GENERATED ALWAYS AS (round(points, 1)) STORED;--> statement-breakpoint
CREATE INDEX "standings_shown" ON "standings" USING btree ("organization_id","board","shown" DESC NULLS LAST,"member_id");