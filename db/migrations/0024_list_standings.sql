DROP INDEX "standings_shown";--> statement-breakpoint
ALTER TABLE "standings" ADD COLUMN "is_listed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "standings_listed" ON "standings" USING btree ("organization_id","board","shown" DESC NULLS LAST,"member_id") WHERE is_listed;--> statement-breakpoint
CREATE INDEX "standings_member" ON "standings" USING btree ("organization_id","member_id");