CREATE TYPE "public"."guideline_kind" AS ENUM('disclosure', 'blocked_phrases', 'warned_phrases', 'locked_text', 'link_required', 'expiry');--> statement-breakpoint
CREATE TYPE "public"."item_state" AS ENUM('waiting', 'made', 'dismissed', 'known');--> statement-breakpoint
CREATE TYPE "public"."outside_verdict" AS ENUM('fine', 'wants_changes');--> statement-breakpoint
CREATE TYPE "public"."source_mode" AS ENUM('propose', 'draft', 'approve');--> statement-breakpoint
ALTER TYPE "public"."audience_kind" ADD VALUE 'rule';--> statement-breakpoint
ALTER TYPE "public"."review_decision" ADD VALUE 'signed_off';--> statement-breakpoint
CREATE TABLE "audiences" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"rule" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audiences_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "audiences_name" UNIQUE("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "guideline_topics" (
	"organization_id" uuid NOT NULL,
	"guideline_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	CONSTRAINT "guideline_topics_organization_id_guideline_id_topic_id_pk" PRIMARY KEY("organization_id","guideline_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "guidelines" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" "guideline_kind" NOT NULL,
	"rule" jsonb NOT NULL,
	"explanation" text DEFAULT '' NOT NULL,
	"networks" "network"[] DEFAULT '{}' NOT NULL,
	"countries" text[] DEFAULT '{}' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"passing_text" text DEFAULT '' NOT NULL,
	"failing_text" text DEFAULT '' NOT NULL,
	"enabled_at" timestamp with time zone,
	"enabled_by_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guidelines_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "guidelines_name" UNIQUE("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "share_agreements" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"share_id" uuid NOT NULL,
	"network" "network" NOT NULL,
	"offered_text" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"verdicts" jsonb NOT NULL,
	"accepted_ids" uuid[] DEFAULT '{}' NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "share_agreements_organization_id_share_id_id_pk" PRIMARY KEY("organization_id","share_id","id")
);
--> statement-breakpoint
CREATE TABLE "outside_reviewers" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"verdict" "outside_verdict",
	"story_version" integer,
	"said_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outside_reviewers_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "outside_reviewers_token" UNIQUE("organization_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "review_comments" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"story_version" integer NOT NULL,
	"member_id" uuid,
	"outside_reviewer_id" uuid,
	"text" text NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_comments_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "review_comments_author" CHECK (("review_comments"."member_id" is null) <> ("review_comments"."outside_reviewer_id" is null))
);
--> statement-breakpoint
CREATE TABLE "source_items" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"guid_key" text NOT NULL,
	"address_key" text,
	"url" text,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"image_url" text,
	"author" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone,
	"seen_at" timestamp with time zone NOT NULL,
	"state" "item_state" DEFAULT 'waiting' NOT NULL,
	"story_id" uuid,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "source_items_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "source_items_guid" UNIQUE("organization_id","source_id","guid_key"),
	CONSTRAINT "source_items_address" UNIQUE("organization_id","address_key")
);
--> statement-breakpoint
CREATE TABLE "source_topics" (
	"organization_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	CONSTRAINT "source_topics_organization_id_source_id_topic_id_pk" PRIMARY KEY("organization_id","source_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"feed_url" text NOT NULL,
	"site_url" text,
	"language" text DEFAULT 'en' NOT NULL,
	"mode" "source_mode" DEFAULT 'propose' NOT NULL,
	"daily_cap" integer DEFAULT 5 NOT NULL,
	"every_minutes" integer DEFAULT 60 NOT NULL,
	"added_by_id" uuid NOT NULL,
	"paused_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"etag" text,
	"last_modified" text,
	"next_poll_at" timestamp with time zone NOT NULL,
	"polling_until" timestamp with time zone,
	"last_polled_at" timestamp with time zone,
	"last_succeeded_at" timestamp with time zone,
	"last_error" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "sources_feed" UNIQUE("organization_id","feed_url"),
	CONSTRAINT "sources_every" CHECK ("sources"."every_minutes" between 5 and 10080),
	CONSTRAINT "sources_cap" CHECK ("sources"."daily_cap" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "story_versions" (
	"organization_id" uuid NOT NULL,
	"story_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"member_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_versions_organization_id_story_id_version_pk" PRIMARY KEY("organization_id","story_id","version")
);
--> statement-breakpoint
CREATE TABLE "story_views" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_views_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "story_views_name" UNIQUE("organization_id","member_id","name")
);
--> statement-breakpoint
CREATE TABLE "member_topics" (
	"organization_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_topics_organization_id_member_id_topic_id_pk" PRIMARY KEY("organization_id","member_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "topic_approvers" (
	"organization_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "topic_approvers_organization_id_topic_id_member_id_pk" PRIMARY KEY("organization_id","topic_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "brief" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "goal_clicks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "goal_participants" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "audience_id" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "utm_source" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "utm_medium" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "utm_campaign" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "closed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "closing_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "captions" ADD COLUMN "weight" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "captions" ADD COLUMN "audience_id" uuid;--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "focal_x" real DEFAULT 0.5 NOT NULL;--> statement-breakpoint
ALTER TABLE "images" ADD COLUMN "focal_y" real DEFAULT 0.5 NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "location" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "country" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "language" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "stagger_shares" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "stagger_minutes" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "networks" "network"[];--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "offered_caption_id" uuid;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "audience_id" uuid;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "approved_networks" "network"[];--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "review_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "stories" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector((case left(language, 2) when 'ar' then 'arabic'::regconfig when 'ca' then 'catalan'::regconfig when 'da' then 'danish'::regconfig when 'de' then 'german'::regconfig when 'en' then 'english'::regconfig when 'es' then 'spanish'::regconfig when 'fi' then 'finnish'::regconfig when 'fr' then 'french'::regconfig when 'hu' then 'hungarian'::regconfig when 'it' then 'italian'::regconfig when 'nb' then 'norwegian'::regconfig when 'nl' then 'dutch'::regconfig when 'no' then 'norwegian'::regconfig when 'pt' then 'portuguese'::regconfig when 'ro' then 'romanian'::regconfig when 'ru' then 'russian'::regconfig when 'sv' then 'swedish'::regconfig when 'tr' then 'turkish'::regconfig else 'simple'::regconfig end), title), 'A') || setweight(to_tsvector((case left(language, 2) when 'ar' then 'arabic'::regconfig when 'ca' then 'catalan'::regconfig when 'da' then 'danish'::regconfig when 'de' then 'german'::regconfig when 'en' then 'english'::regconfig when 'es' then 'spanish'::regconfig when 'fi' then 'finnish'::regconfig when 'fr' then 'french'::regconfig when 'hu' then 'hungarian'::regconfig when 'it' then 'italian'::regconfig when 'nb' then 'norwegian'::regconfig when 'nl' then 'dutch'::regconfig when 'no' then 'norwegian'::regconfig when 'pt' then 'portuguese'::regconfig when 'ro' then 'romanian'::regconfig when 'ru' then 'russian'::regconfig when 'sv' then 'swedish'::regconfig when 'tr' then 'turkish'::regconfig else 'simple'::regconfig end), summary || ' ' || site_name), 'B') || setweight(to_tsvector((case left(language, 2) when 'ar' then 'arabic'::regconfig when 'ca' then 'catalan'::regconfig when 'da' then 'danish'::regconfig when 'de' then 'german'::regconfig when 'en' then 'english'::regconfig when 'es' then 'spanish'::regconfig when 'fi' then 'finnish'::regconfig when 'fr' then 'french'::regconfig when 'hu' then 'hungarian'::regconfig when 'it' then 'italian'::regconfig when 'nb' then 'norwegian'::regconfig when 'nl' then 'dutch'::regconfig when 'no' then 'norwegian'::regconfig when 'pt' then 'portuguese'::regconfig when 'ro' then 'romanian'::regconfig when 'ru' then 'russian'::regconfig when 'sv' then 'swedish'::regconfig when 'tr' then 'turkish'::regconfig else 'simple'::regconfig end), body), 'C')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "audiences" ADD CONSTRAINT "audiences_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_topics" ADD CONSTRAINT "guideline_topics_organization_id_guideline_id_guidelines_organization_id_id_fk" FOREIGN KEY ("organization_id","guideline_id") REFERENCES "public"."guidelines"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_topics" ADD CONSTRAINT "guideline_topics_organization_id_topic_id_topics_organization_id_id_fk" FOREIGN KEY ("organization_id","topic_id") REFERENCES "public"."topics"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidelines" ADD CONSTRAINT "guidelines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidelines" ADD CONSTRAINT "guidelines_organization_id_enabled_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","enabled_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_agreements" ADD CONSTRAINT "share_agreements_organization_id_share_id_shares_organization_id_id_fk" FOREIGN KEY ("organization_id","share_id") REFERENCES "public"."shares"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_reviewers" ADD CONSTRAINT "outside_reviewers_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_reviewers" ADD CONSTRAINT "outside_reviewers_organization_id_invited_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","invited_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_organization_id_resolved_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","resolved_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_organization_id_outside_reviewer_id_outside_reviewers_organization_id_id_fk" FOREIGN KEY ("organization_id","outside_reviewer_id") REFERENCES "public"."outside_reviewers"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_items" ADD CONSTRAINT "source_items_organization_id_source_id_sources_organization_id_id_fk" FOREIGN KEY ("organization_id","source_id") REFERENCES "public"."sources"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_items" ADD CONSTRAINT "source_items_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_items" ADD CONSTRAINT "source_items_organization_id_decided_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","decided_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_topics" ADD CONSTRAINT "source_topics_organization_id_source_id_sources_organization_id_id_fk" FOREIGN KEY ("organization_id","source_id") REFERENCES "public"."sources"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_topics" ADD CONSTRAINT "source_topics_organization_id_topic_id_topics_organization_id_id_fk" FOREIGN KEY ("organization_id","topic_id") REFERENCES "public"."topics"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_organization_id_added_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","added_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_versions" ADD CONSTRAINT "story_versions_organization_id_story_id_stories_organization_id_id_fk" FOREIGN KEY ("organization_id","story_id") REFERENCES "public"."stories"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_versions" ADD CONSTRAINT "story_versions_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_views" ADD CONSTRAINT "story_views_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_topics" ADD CONSTRAINT "member_topics_organization_id_topic_id_topics_organization_id_id_fk" FOREIGN KEY ("organization_id","topic_id") REFERENCES "public"."topics"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_topics" ADD CONSTRAINT "member_topics_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_approvers" ADD CONSTRAINT "topic_approvers_organization_id_topic_id_topics_organization_id_id_fk" FOREIGN KEY ("organization_id","topic_id") REFERENCES "public"."topics"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_approvers" ADD CONSTRAINT "topic_approvers_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outside_reviewers_by_token" ON "outside_reviewers" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "review_comments_story" ON "review_comments" USING btree ("organization_id","story_id","id");--> statement-breakpoint
CREATE INDEX "source_items_waiting" ON "source_items" USING btree ("organization_id","seen_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "sources_due" ON "sources" USING btree ("next_poll_at") WHERE paused_at is null and removed_at is null;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_organization_id_audience_id_audiences_organization_id_id_fk" FOREIGN KEY ("organization_id","audience_id") REFERENCES "public"."audiences"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_organization_id_closed_by_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","closed_by_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "captions" ADD CONSTRAINT "captions_organization_id_audience_id_audiences_organization_id_id_fk" FOREIGN KEY ("organization_id","audience_id") REFERENCES "public"."audiences"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_organization_id_audience_id_audiences_organization_id_id_fk" FOREIGN KEY ("organization_id","audience_id") REFERENCES "public"."audiences"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stories_search" ON "stories" USING gin ("search");--> statement-breakpoint
ALTER TABLE "captions" ADD CONSTRAINT "captions_weight" CHECK ("captions"."weight" between 1 and 10);--> statement-breakpoint
ALTER TABLE "images" ADD CONSTRAINT "images_focal" CHECK ("images"."focal_x" between 0 and 1 and "images"."focal_y" between 0 and 1);--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_country" CHECK ("members"."country" ~ '^([A-Z]{2})?$');--> statement-breakpoint
ALTER TABLE "stories" ADD CONSTRAINT "stories_rule" CHECK (("stories"."audience_id" is not null) = ("stories"."audience" <> 'everyone' and "stories"."audience" <> 'teams'));