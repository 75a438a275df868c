DROP INDEX "score_entries_share";--> statement-breakpoint
CREATE INDEX "score_entries_share" ON "score_entries" USING btree ("organization_id","share_id","points") WHERE share_id is not null;