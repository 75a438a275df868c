CREATE TABLE "story_changes" (
	"organization_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"version" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "story_changes_organization_id_batch_id_story_id_pk" PRIMARY KEY("organization_id","batch_id","story_id")
);
--> statement-breakpoint
ALTER TABLE "story_changes" ADD CONSTRAINT "story_changes_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_changes" ADD CONSTRAINT "story_changes_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stories_desk" ON "stories" USING btree ("organization_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "stories_language" ON "stories" USING btree ("organization_id","language");