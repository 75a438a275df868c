CREATE TYPE "public"."audience_kind" AS ENUM('everyone', 'teams');--> statement-breakpoint
CREATE TYPE "public"."board_name" AS ENUM('name', 'alias', 'absent');--> statement-breakpoint
CREATE TYPE "public"."click_kind" AS ENUM('human', 'bot', 'prefetch');--> statement-breakpoint
CREATE TYPE "public"."network" AS ENUM('linkedin', 'x', 'email', 'elsewhere');--> statement-breakpoint
CREATE TYPE "public"."review_decision" AS ENUM('submitted', 'approved', 'changes_requested', 'rejected', 'archived', 'restored');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('employee', 'curator', 'manager', 'admin');--> statement-breakpoint
CREATE TYPE "public"."share_state" AS ENUM('intended', 'confirmed', 'scheduled', 'publishing', 'published', 'failed', 'unknown', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."story_kind" AS ENUM('link', 'image', 'text');--> statement-breakpoint
CREATE TYPE "public"."story_state" AS ENUM('draft', 'in_review', 'changes_requested', 'approved', 'rejected', 'archived');--> statement-breakpoint
CREATE TABLE "audit_events" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid,
	"job" text,
	"action" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_events_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"goal_shares" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "campaigns_name" UNIQUE("organization_id","name"),
	CONSTRAINT "campaigns_dates" CHECK ("campaigns"."starts_on" <= "campaigns"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "captions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"network" "network",
	"language" text DEFAULT 'en' NOT NULL,
	"text" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "captions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "clicks" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"clicked_at" timestamp with time zone NOT NULL,
	"kind" "click_kind" NOT NULL,
	"counted" boolean NOT NULL,
	"visitor" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"referrer_host" text,
	"scored_at" timestamp with time zone,
	CONSTRAINT "clicks_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "visitor_salts" (
	"day" date PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "images" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"size_bytes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "images_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "link_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"link_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"share_id" uuid NOT NULL,
	"code" text NOT NULL,
	"target_url" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "links_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "links_share" UNIQUE("organization_id","share_id"),
	CONSTRAINT "links_code" UNIQUE("organization_id","code")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"alias" text DEFAULT '' NOT NULL,
	"board_name" "board_name" DEFAULT 'name' NOT NULL,
	"roles" "role"[] DEFAULT '{"employee"}' NOT NULL,
	"team_id" uuid,
	"joined_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"signed_out_at" timestamp with time zone,
	"feed_seen_at" timestamp with time zone,
	"feed_seen_before_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "members_email" UNIQUE("organization_id","email"),
	CONSTRAINT "members_user" UNIQUE("organization_id","user_id"),
	CONSTRAINT "members_email_lower" CHECK ("members"."email" = lower("members"."email"))
);
--> statement-breakpoint
CREATE TABLE "team_managers" (
	"organization_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "team_managers_organization_id_team_id_member_id_pk" PRIMARY KEY("organization_id","team_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"accent_color" text DEFAULT '#b4402a' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"disclosure" text DEFAULT '' NOT NULL,
	"requires_disclosure" boolean DEFAULT false NOT NULL,
	"allows_self_approval" boolean DEFAULT false NOT NULL,
	"email_domains" text[] DEFAULT '{}' NOT NULL,
	"utm_source" text DEFAULT 'herald' NOT NULL,
	"utm_medium" text DEFAULT 'employee' NOT NULL,
	"utm_campaign" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"story_version" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"decision" "review_decision" NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviews_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "score_days" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"day" date NOT NULL,
	"points" numeric(12, 4) NOT NULL,
	CONSTRAINT "score_days_organization_id_member_id_day_pk" PRIMARY KEY("organization_id","member_id","day")
);
--> statement-breakpoint
CREATE TABLE "score_entries" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"points" numeric(12, 4) NOT NULL,
	"rule" text NOT NULL,
	"rule_set" integer NOT NULL,
	"fact_kind" text NOT NULL,
	"fact_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"share_id" uuid,
	"inputs" jsonb NOT NULL,
	"reason" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "score_entries_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "score_entries_fact" UNIQUE("organization_id","rule","fact_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"network" "network" NOT NULL,
	"state" "share_state" DEFAULT 'intended' NOT NULL,
	"text" text NOT NULL,
	"caption_id" uuid,
	"similarity" real NOT NULL,
	"post_url" text,
	"request_id" uuid NOT NULL,
	"intended_at" timestamp with time zone NOT NULL,
	"handed_over_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "shares_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "shares_request" UNIQUE("organization_id","member_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "stories" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "story_kind" NOT NULL,
	"state" "story_state" DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"url" text,
	"canonical_url" text,
	"site_name" text DEFAULT '' NOT NULL,
	"image_id" uuid,
	"language" text DEFAULT 'en' NOT NULL,
	"audience" "audience_kind" DEFAULT 'everyone' NOT NULL,
	"campaign_id" uuid,
	"publish_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"author_id" uuid NOT NULL,
	"edited_by_id" uuid,
	"suggested_by_id" uuid,
	"suggestion_note" text DEFAULT '' NOT NULL,
	"approved_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stories_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "stories_link_has_url" CHECK (("stories"."kind" = 'link') = ("stories"."url" is not null)),
	CONSTRAINT "stories_url_is_http" CHECK ("stories"."url" is null or "stories"."url" ~ '^https?://'),
	CONSTRAINT "stories_dates" CHECK ("stories"."expires_at" is null or "stories"."publish_at" is null or "stories"."publish_at" < "stories"."expires_at")
);
--> statement-breakpoint
CREATE TABLE "story_teams" (
	"organization_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	CONSTRAINT "story_teams_organization_id_story_id_team_id_pk" PRIMARY KEY("organization_id","story_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "story_topics" (
	"organization_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	CONSTRAINT "story_topics_organization_id_story_id_topic_id_pk" PRIMARY KEY("organization_id","story_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "teams_name" UNIQUE("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "topics_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "topics_name" UNIQUE("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "captions" ADD CONSTRAINT "captions_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clicks" ADD CONSTRAINT "clicks_organization_id_link_id_links_organization_id_id_fk" FOREIGN KEY ("organization_id","link_id") REFERENCES "public"."links"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_organization_id_share_id_shares_organization_id_id_fk" FOREIGN KEY ("organization_id","share_id") REFERENCES "public"."shares"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_organization_id_team_id_teams_organization_id_id_fk" FOREIGN KEY ("organization_id","team_id") REFERENCES "public"."teams"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_managers" ADD CONSTRAINT "team_managers_organization_id_team_id_teams_organization_id_id_fk" FOREIGN KEY ("organization_id","team_id") REFERENCES "public"."teams"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_managers" ADD CONSTRAINT "team_managers_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_days" ADD CONSTRAINT "score_days_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_entries" ADD CONSTRAINT "score_entries_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_organization_id_author_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","author_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_organization_id_edited_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","edited_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_organization_id_suggested_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","suggested_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_organization_id_campaign_id_campaigns_organization_id_id_fk" FOREIGN KEY ("organization_id","campaign_id") REFERENCES "public"."campaigns"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_organization_id_image_id_images_organization_id_id_fk" FOREIGN KEY ("organization_id","image_id") REFERENCES "public"."images"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_teams" ADD CONSTRAINT "story_teams_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_teams" ADD CONSTRAINT "story_teams_organization_id_team_id_teams_organization_id_id_fk" FOREIGN KEY ("organization_id","team_id") REFERENCES "public"."teams"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_topics" ADD CONSTRAINT "story_topics_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_topics" ADD CONSTRAINT "story_topics_organization_id_topic_id_topics_organization_id_id_fk" FOREIGN KEY ("organization_id","topic_id") REFERENCES "public"."topics"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("organization_id","subject_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "clicks_counted_once" ON "clicks" USING btree ("organization_id","link_id","visitor","hour") WHERE counted;--> statement-breakpoint
CREATE INDEX "clicks_to_score" ON "clicks" USING btree ("organization_id","id") WHERE counted and scored_at is null;--> statement-breakpoint
CREATE INDEX "clicks_link" ON "clicks" USING btree ("organization_id","link_id","clicked_at");--> statement-breakpoint
CREATE INDEX "members_by_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "members_by_email" ON "members" USING btree ("email");--> statement-breakpoint
CREATE INDEX "reviews_story" ON "reviews" USING btree ("organization_id","story_id","id");--> statement-breakpoint
CREATE INDEX "score_days_day" ON "score_days" USING btree ("organization_id","day");--> statement-breakpoint
CREATE INDEX "score_entries_member" ON "score_entries" USING btree ("organization_id","member_id","occurred_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "score_entries_share" ON "score_entries" USING btree ("organization_id","share_id") WHERE points > 0;--> statement-breakpoint
CREATE INDEX "shares_member" ON "shares" USING btree ("organization_id","member_id","intended_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "shares_story" ON "shares" USING btree ("organization_id","story_id");--> statement-breakpoint
CREATE INDEX "stories_live" ON "stories" USING btree ("organization_id","state","publish_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "sessions_member" ON "sessions" USING btree ("organization_id","member_id");