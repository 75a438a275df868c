ALTER TABLE "click_batches" ADD COLUMN "hour" timestamp with time zone;--> statement-breakpoint
-- Of batches that wait already. One whose clicks are nowhere has nothing to roll up.
UPDATE "click_batches" SET "hour" = (SELECT min("clicks"."hour") FROM "clicks"
	WHERE "clicks"."organization_id" = "click_batches"."organization_id" AND "clicks"."batch_id" = "click_batches"."id");--> statement-breakpoint
DELETE FROM "click_batches" WHERE "hour" IS NULL;--> statement-breakpoint
ALTER TABLE "click_batches" ALTER COLUMN "hour" SET NOT NULL;
