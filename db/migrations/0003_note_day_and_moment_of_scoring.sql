ALTER TABLE "clicks" ADD COLUMN "scored_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "score_entries" ADD COLUMN "day" date NOT NULL;--> statement-breakpoint
CREATE INDEX "clicks_to_score" ON "clicks" USING btree ("organization_id","id") WHERE counted and scored_at is null;