CREATE TYPE "public"."board_mode" AS ENUM('people', 'teams', 'off');--> statement-breakpoint
CREATE TYPE "public"."pledge_state" AS ENUM('open', 'kept', 'missed', 'released');--> statement-breakpoint
CREATE TABLE "board_turns" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"viewer_id" uuid NOT NULL,
	"place" text NOT NULL,
	"day" date NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "looks_organization_id_member_id_day_viewer_id_place_pk" PRIMARY KEY("organization_id","member_id","day","viewer_id","place")
);
--> statement-breakpoint
CREATE TABLE "season_results" (
	"organization_id" uuid NOT NULL,
	"season_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"people" integer NOT NULL,
	"rank" integer NOT NULL,
	"points" numeric(14, 4) NOT NULL,
	"reward_points" numeric(14, 4) NOT NULL,
	CONSTRAINT "season_results_organization_id_season_id_kind_subject_id_pk" PRIMARY KEY("organization_id","season_id","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "seasons" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_id" uuid,
	"closing_note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "seasons_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "seasons_name" UNIQUE("organization_id","name"),
	CONSTRAINT "seasons_days" CHECK ("seasons"."starts_on" <= "seasons"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "standings" (
	"organization_id" uuid NOT NULL,
	"board" text NOT NULL,
	"member_id" uuid NOT NULL,
	"points" numeric(14, 4) NOT NULL,
	"points_before" numeric(14, 4) DEFAULT 0 NOT NULL,
	"rank_before" integer,
	CONSTRAINT "standings_organization_id_board_member_id_pk" PRIMARY KEY("organization_id","board","member_id")
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "absences_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "absences_days" CHECK ("absences"."starts_on" <= "absences"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"organization_id" uuid NOT NULL,
	"day" date NOT NULL,
	"name" text NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	CONSTRAINT "holidays_organization_id_day_country_pk" PRIMARY KEY("organization_id","day","country"),
	CONSTRAINT "holidays_name" UNIQUE("organization_id","day","name"),
	CONSTRAINT "holidays_country" CHECK ("holidays"."country" ~ '^([A-Z]{2})?$')
);
--> statement-breakpoint
CREATE TABLE "pledge_dependents" (
	"organization_id" uuid NOT NULL,
	"pledge_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "pledge_dependents_organization_id_pledge_id_member_id_pk" PRIMARY KEY("organization_id","pledge_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "pledge_handovers" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"pledge_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	CONSTRAINT "pledge_handovers_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "pledges" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid,
	"team_id" uuid,
	"made_by_id" uuid NOT NULL,
	"shares" integer NOT NULL,
	"is_weekly" boolean NOT NULL,
	"campaign_id" uuid,
	"topic_id" uuid,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" "pledge_state" DEFAULT 'open' NOT NULL,
	"settled_at" timestamp with time zone,
	"release_reason" text DEFAULT '' NOT NULL,
	"shared_with_managers_at" timestamp with time zone,
	"remind_on" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pledges_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "pledges_maker" CHECK (("pledges"."member_id" is null) <> ("pledges"."team_id" is null)),
	CONSTRAINT "pledges_days" CHECK ("pledges"."starts_on" <= "pledges"."ends_on"),
	CONSTRAINT "pledges_shares" CHECK ("pledges"."shares" between 1 and 500),
	CONSTRAINT "pledges_remind" CHECK ("pledges"."remind_on" between 1 and 7)
);
--> statement-breakpoint
CREATE TABLE "badges" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"badge" text NOT NULL,
	"earned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "badges_organization_id_member_id_badge_pk" PRIMARY KEY("organization_id","member_id","badge")
);
--> statement-breakpoint
CREATE TABLE "thanks" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"note" text NOT NULL,
	"story_id" uuid,
	"request_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "thanks_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "thanks_request" UNIQUE("organization_id","request_id"),
	CONSTRAINT "thanks_to_another" CHECK ("thanks"."from_id" <> "thanks"."to_id")
);
--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "job_function" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "region" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "is_executive" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "recognition_off_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "board_mode" "board_mode" DEFAULT 'people' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "smallest_group" integer DEFAULT 5 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "publishes_methodology" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "season_months" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "board_turns" ADD CONSTRAINT "board_turns_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_organization_id_viewer_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","viewer_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_results" ADD CONSTRAINT "season_results_organization_id_season_id_seasons_organization_id_id_fk" FOREIGN KEY ("organization_id","season_id") REFERENCES "public"."seasons"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_organization_id_closed_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","closed_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standings" ADD CONSTRAINT "standings_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_dependents" ADD CONSTRAINT "pledge_dependents_organization_id_pledge_id_pledges_organization_id_id_fk" FOREIGN KEY ("organization_id","pledge_id") REFERENCES "public"."pledges"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_dependents" ADD CONSTRAINT "pledge_dependents_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_handovers" ADD CONSTRAINT "pledge_handovers_organization_id_pledge_id_pledges_organization_id_id_fk" FOREIGN KEY ("organization_id","pledge_id") REFERENCES "public"."pledges"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_handovers" ADD CONSTRAINT "pledge_handovers_organization_id_from_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","from_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_handovers" ADD CONSTRAINT "pledge_handovers_organization_id_to_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","to_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_organization_id_made_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","made_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_organization_id_team_id_teams_organization_id_id_fk" FOREIGN KEY ("organization_id","team_id") REFERENCES "public"."teams"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_organization_id_campaign_id_campaigns_organization_id_id_fk" FOREIGN KEY ("organization_id","campaign_id") REFERENCES "public"."campaigns"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_organization_id_topic_id_topics_organization_id_id_fk" FOREIGN KEY ("organization_id","topic_id") REFERENCES "public"."topics"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badges" ADD CONSTRAINT "badges_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_organization_id_from_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","from_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_organization_id_to_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","to_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standings_points" ON "standings" USING btree ("organization_id","board","points" DESC NULLS LAST,"member_id");--> statement-breakpoint
CREATE INDEX "absences_member" ON "absences" USING btree ("organization_id","member_id");--> statement-breakpoint
CREATE INDEX "pledge_dependents_member" ON "pledge_dependents" USING btree ("organization_id","member_id");--> statement-breakpoint
CREATE INDEX "pledge_handovers_pledge" ON "pledge_handovers" USING btree ("organization_id","pledge_id");--> statement-breakpoint
CREATE INDEX "pledge_handovers_open" ON "pledge_handovers" USING btree ("organization_id","to_id") WHERE accepted_at is null and declined_at is null;--> statement-breakpoint
CREATE INDEX "pledges_member" ON "pledges" USING btree ("organization_id","member_id","state");--> statement-breakpoint
CREATE INDEX "pledges_team" ON "pledges" USING btree ("organization_id","team_id","state");--> statement-breakpoint
CREATE INDEX "pledges_open" ON "pledges" USING btree ("organization_id","ends_on") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "thanks_to" ON "thanks" USING btree ("organization_id","to_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "thanks_from" ON "thanks" USING btree ("organization_id","from_id","created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_smallest_group" CHECK ("organizations"."smallest_group" >= 5);