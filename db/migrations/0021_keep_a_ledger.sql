CREATE TABLE "rule_set_drafts" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"based_on" integer NOT NULL,
	"saved_by_id" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_sets" (
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"note" text NOT NULL,
	"published_by_id" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rule_sets_organization_id_version_pk" PRIMARY KEY("organization_id","version")
);
--> statement-breakpoint
CREATE TABLE "score_chains" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"facts" bigint DEFAULT 0 NOT NULL,
	"entries" bigint DEFAULT 0 NOT NULL,
	"hash" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_corrections" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"points" numeric(14, 4) NOT NULL,
	"reason" text NOT NULL,
	"request_id" uuid NOT NULL,
	"corrected_by_id" uuid NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "score_corrections_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "score_corrections_request" UNIQUE("organization_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "score_facts" (
	"organization_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"fact_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"share_id" uuid,
	"story_id" uuid,
	"occurred_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"rule_set" integer NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "score_facts_organization_id_position_pk" PRIMARY KEY("organization_id","position"),
	CONSTRAINT "score_facts_fact" UNIQUE("organization_id","kind","fact_id")
);
--> statement-breakpoint
ALTER TABLE "score_days" ALTER COLUMN "points" SET DATA TYPE numeric(14, 4);--> statement-breakpoint
ALTER TABLE "score_entries" ALTER COLUMN "points" SET DATA TYPE numeric(14, 4);--> statement-breakpoint
ALTER TABLE "score_entries" ALTER COLUMN "story_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "score_days" ADD COLUMN "reward_points" numeric(14, 4) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "score_entries" ADD COLUMN "position" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "score_entries" ADD COLUMN "hash" text NOT NULL;--> statement-breakpoint
ALTER TABLE "score_entries" ADD COLUMN "is_rewardable" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "score_entries" ADD COLUMN "fact_position" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "rule_set_drafts" ADD CONSTRAINT "rule_set_drafts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_drafts" ADD CONSTRAINT "rule_set_drafts_organization_id_saved_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","saved_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_organization_id_published_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","published_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_chains" ADD CONSTRAINT "score_chains_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_corrections" ADD CONSTRAINT "score_corrections_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_corrections" ADD CONSTRAINT "score_corrections_organization_id_corrected_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","corrected_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "score_facts_day" ON "score_facts" USING btree ("organization_id","day");--> statement-breakpoint
CREATE INDEX "score_entries_fact_position" ON "score_entries" USING btree ("organization_id","fact_position");--> statement-breakpoint
ALTER TABLE "score_entries" ADD CONSTRAINT "score_entries_position" UNIQUE("organization_id","position");