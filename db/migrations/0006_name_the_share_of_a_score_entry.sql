ALTER TABLE "score_entries" ADD COLUMN "share_id" uuid;--> statement-breakpoint
CREATE INDEX "score_entries_share" ON "score_entries" USING btree ("organization_id","share_id") WHERE points > 0;