-- Clicks move into one partition a UTC month, and what pages show is rolled up. drizzle-kit knows no partitions, so
-- this was written by hand; the snapshot beside it is the generated one.
CREATE TYPE "public"."click_device" AS ENUM('desktop', 'phone', 'tablet', 'other');--> statement-breakpoint
CREATE TYPE "public"."click_exclusion" AS ENUM('own', 'limited');--> statement-breakpoint
ALTER TABLE "clicks" RENAME TO "unpartitioned_clicks";--> statement-breakpoint
ALTER TABLE "unpartitioned_clicks" DROP CONSTRAINT "clicks_organization_id_id_pk";--> statement-breakpoint
DROP INDEX "clicks_link", "clicks_counted_once", "clicks_to_score";--> statement-breakpoint
CREATE TABLE "clicks" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"visitor" uuid NOT NULL,
	"batch_id" uuid,
	"clicked_at" timestamp with time zone NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"scored_at" timestamp with time zone,
	"kind" "click_kind" NOT NULL,
	"exclusion" "click_exclusion",
	"counted" boolean NOT NULL,
	"device" "click_device",
	"country" text,
	"referrer_host" text,
	CONSTRAINT "clicks_hour" CHECK (hour <= clicked_at and clicked_at - hour < interval '1 hour'),
	CONSTRAINT "clicks_counted" CHECK (not counted or (kind = 'human' and exclusion is null)),
	CONSTRAINT "clicks_country" CHECK (country ~ '^[A-Z]{2}$')
) PARTITION BY RANGE ("hour");
--> statement-breakpoint
-- Every month that has clicks, this one and the two to come.
DO $$
DECLARE
  month timestamp;
BEGIN
  FOR month IN
    SELECT DISTINCT date_trunc('month', hour AT TIME ZONE 'UTC') FROM "unpartitioned_clicks"
    UNION
    SELECT date_trunc('month', now() AT TIME ZONE 'UTC') + ahead * interval '1 month' FROM generate_series(0, 2) AS ahead
  LOOP
    EXECUTE format(
      'CREATE TABLE %I PARTITION OF "clicks" FOR VALUES FROM (%L) TO (%L)',
      to_char(month, '"clicks_"YYYY_MM'), month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC'
    );
  END LOOP;
END $$;
--> statement-breakpoint
-- A Referer was kept whatever it held: one that is no host would be too long for the roll-up's key.
INSERT INTO "clicks" ("organization_id", "id", "link_id", "visitor", "clicked_at", "hour", "scored_at", "kind", "counted", "referrer_host")
SELECT "organization_id", "id", "link_id", left("visitor", 32)::uuid, "clicked_at", "hour", "scored_at", "kind", "counted",
  CASE WHEN "referrer_host" ~ '^[a-z0-9._:[\]-]{1,253}$' THEN "referrer_host" END
FROM "unpartitioned_clicks";
--> statement-breakpoint
DROP TABLE "unpartitioned_clicks";--> statement-breakpoint
ALTER TABLE "clicks" ADD CONSTRAINT "clicks_organization_id_hour_id_pk" PRIMARY KEY("organization_id","hour","id");--> statement-breakpoint
ALTER TABLE "clicks" ADD CONSTRAINT "clicks_organization_id_link_id_links_organization_id_id_fk" FOREIGN KEY ("organization_id","link_id") REFERENCES "public"."links"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "clicks_counted_once" ON "clicks" USING btree ("organization_id","link_id","visitor","hour") WHERE counted;--> statement-breakpoint
CREATE INDEX "clicks_to_score" ON "clicks" USING btree ("organization_id","id") WHERE counted and scored_at is null;--> statement-breakpoint
CREATE INDEX "clicks_batch" ON "clicks" USING btree ("organization_id","batch_id") WHERE batch_id is not null;--> statement-breakpoint
CREATE TABLE "click_batches" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	CONSTRAINT "click_batches_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "click_hours" (
	"organization_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"counted" integer DEFAULT 0 NOT NULL,
	"repeated" integer DEFAULT 0 NOT NULL,
	"own" integer DEFAULT 0 NOT NULL,
	"limited" integer DEFAULT 0 NOT NULL,
	"bots" integer DEFAULT 0 NOT NULL,
	"prefetches" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "click_hours_organization_id_link_id_hour_pk" PRIMARY KEY("organization_id","link_id","hour")
);
--> statement-breakpoint
CREATE TABLE "click_origins" (
	"organization_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"month" date NOT NULL,
	"referrer_host" text NOT NULL,
	"device" text NOT NULL,
	"country" text NOT NULL,
	"counted" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "click_origins_pk" PRIMARY KEY("organization_id","link_id","month","referrer_host","device","country")
);
--> statement-breakpoint
INSERT INTO "click_hours" ("organization_id", "link_id", "hour", "counted", "repeated", "bots", "prefetches")
SELECT "organization_id", "link_id", "hour",
  count(*) FILTER (WHERE counted),
  count(*) FILTER (WHERE kind = 'human' AND NOT counted),
  count(*) FILTER (WHERE kind = 'bot'),
  count(*) FILTER (WHERE kind = 'prefetch')
FROM "clicks" GROUP BY "organization_id", "link_id", "hour";
--> statement-breakpoint
INSERT INTO "click_origins" ("organization_id", "link_id", "month", "referrer_host", "device", "country", "counted")
SELECT "organization_id", "link_id", date_trunc('month', hour AT TIME ZONE 'UTC')::date, coalesce("referrer_host", ''), '', '', count(*)
FROM "clicks" WHERE counted GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
ALTER TABLE "click_hours" ADD CONSTRAINT "click_hours_link" FOREIGN KEY ("organization_id","link_id") REFERENCES "public"."links"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "click_origins" ADD CONSTRAINT "click_origins_link" FOREIGN KEY ("organization_id","link_id") REFERENCES "public"."links"("organization_id","id") ON DELETE restrict ON UPDATE no action;
