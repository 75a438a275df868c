CREATE TABLE "review_looks" (
	"organization_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"seen_version" integer NOT NULL,
	"seen_version_before" integer,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_looks_organization_id_story_id_member_id_pk" PRIMARY KEY("organization_id","story_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "outside_reviewers" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outside_reviewers" ADD COLUMN "seen_version" integer;--> statement-breakpoint
ALTER TABLE "outside_reviewers" ADD COLUMN "seen_version_before" integer;--> statement-breakpoint
ALTER TABLE "review_looks" ADD CONSTRAINT "review_looks_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_looks" ADD CONSTRAINT "review_looks_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;