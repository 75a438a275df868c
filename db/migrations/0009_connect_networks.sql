CREATE TYPE "public"."attempt_state" AS ENUM('prepared', 'media_ready', 'sending', 'published', 'published_adopted', 'published_id_unknown', 'rejected', 'needs_reconnect', 'app_blocked', 'retry_after', 'unknown', 'not_posted');--> statement-breakpoint
CREATE TYPE "public"."charge_kind" AS ENUM('post', 'post_with_link', 'post_read', 'account_read');--> statement-breakpoint
CREATE TYPE "public"."connection_status" AS ENUM('ok', 'expired', 'revoked', 'scope_missing', 'disconnected');--> statement-breakpoint
ALTER TYPE "public"."network" ADD VALUE 'bluesky';--> statement-breakpoint
ALTER TYPE "public"."network" ADD VALUE 'mastodon';--> statement-breakpoint
ALTER TYPE "public"."network" ADD VALUE 'threads';--> statement-breakpoint
ALTER TYPE "public"."network" ADD VALUE 'facebook';--> statement-breakpoint
ALTER TYPE "public"."network" ADD VALUE 'whatsapp';--> statement-breakpoint
CREATE TABLE "network_blocks" (
	"organization_id" uuid NOT NULL,
	"network" "network" NOT NULL,
	"reason" text NOT NULL,
	"detail" text,
	"settings" text NOT NULL,
	"blocked_at" timestamp with time zone NOT NULL,
	"retry_at" timestamp with time zone NOT NULL,
	CONSTRAINT "network_blocks_organization_id_network_pk" PRIMARY KEY("organization_id","network")
);
--> statement-breakpoint
CREATE TABLE "publish_attempts" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"share_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"network" "network" NOT NULL,
	"connection_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"origin" text DEFAULT '' NOT NULL,
	"state" "attempt_state" DEFAULT 'prepared' NOT NULL,
	"post" jsonb NOT NULL,
	"body" text,
	"body_hash" text,
	"key" text,
	"api_version" text,
	"lease_id" uuid,
	"reason" text,
	"detail" text,
	"response_status" integer,
	"response_ids" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"external_id" text,
	"url" text,
	"probes" integer DEFAULT 0 NOT NULL,
	"sending_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"retry_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publish_attempts_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "publish_attempts_number" UNIQUE("organization_id","share_id","number")
);
--> statement-breakpoint
CREATE TABLE "connection_requests" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"network" "network" NOT NULL,
	"origin" text DEFAULT '' NOT NULL,
	"session_id" uuid NOT NULL,
	"state_hash" text NOT NULL,
	"code_verifier" text NOT NULL,
	"redirect_uri" text NOT NULL,
	"return_to" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"other" text,
	CONSTRAINT "connection_requests_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "connection_requests_state" UNIQUE("organization_id","state_hash")
);
--> statement-breakpoint
CREATE TABLE "connection_tokens" (
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"access_token" text NOT NULL,
	"refresh_token" text,
	"expires_at" timestamp with time zone,
	"refresh_expires_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "connection_tokens_organization_id_connection_id_pk" PRIMARY KEY("organization_id","connection_id")
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"network" "network" NOT NULL,
	"origin" text DEFAULT '' NOT NULL,
	"subject" text NOT NULL,
	"handle" text NOT NULL,
	"display_name" text NOT NULL,
	"profile_url" text,
	"granted_scopes" text[] DEFAULT '{}' NOT NULL,
	"limits" jsonb,
	"is_simulated" boolean DEFAULT false NOT NULL,
	"status" "connection_status" DEFAULT 'ok' NOT NULL,
	"status_changed_at" timestamp with time zone NOT NULL,
	"paused_until" timestamp with time zone,
	"lease_id" uuid,
	"leased_until" timestamp with time zone,
	"connected_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "connections_member" UNIQUE("organization_id","member_id","network")
);
--> statement-breakpoint
CREATE TABLE "network_apps" (
	"network" "network" NOT NULL,
	"origin" text NOT NULL,
	"redirect_uri" text NOT NULL,
	"client_id" text NOT NULL,
	"client_secret" text NOT NULL,
	"scopes" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "network_apps_network_origin_redirect_uri_pk" PRIMARY KEY("network","origin","redirect_uri")
);
--> statement-breakpoint
CREATE TABLE "network_charges" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"network" "network" NOT NULL,
	"kind" charge_kind NOT NULL,
	"amount_micros" bigint NOT NULL,
	"month" date NOT NULL,
	"subject_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"charged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "network_charges_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "network_settings" (
	"organization_id" uuid NOT NULL,
	"network" "network" NOT NULL,
	"publishes" boolean NOT NULL,
	"measures" boolean NOT NULL,
	"posting_cap_micros" bigint,
	"reading_cap_micros" bigint,
	CONSTRAINT "network_settings_organization_id_network_pk" PRIMARY KEY("organization_id","network")
);
--> statement-breakpoint
CREATE TABLE "engagement_snapshots" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"share_id" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"source" text NOT NULL,
	"impressions" integer,
	"reactions" integer,
	"comments" integer,
	"reposts" integer,
	"followers" integer,
	"expires_at" timestamp with time zone,
	CONSTRAINT "engagement_snapshots_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "engagement_watches" (
	"organization_id" uuid NOT NULL,
	"share_id" uuid NOT NULL,
	"network" "network" NOT NULL,
	"connection_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"next_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"misses" integer DEFAULT 0 NOT NULL,
	"end_reason" text,
	CONSTRAINT "engagement_watches_organization_id_share_id_pk" PRIMARY KEY("organization_id","share_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"once_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notices_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "notices_once" UNIQUE("organization_id","member_id","once_key")
);
--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "scheduled_for" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "scheduled_zone" text;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "connection_id" uuid;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "publish_attempts" ADD CONSTRAINT "publish_attempts_organization_id_share_id_shares_organization_id_id_fk" FOREIGN KEY ("organization_id","share_id") REFERENCES "public"."shares"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publish_attempts" ADD CONSTRAINT "publish_attempts_organization_id_connection_id_connections_organization_id_id_fk" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_requests" ADD CONSTRAINT "connection_requests_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_tokens" ADD CONSTRAINT "connection_tokens_organization_id_connection_id_connections_organization_id_id_fk" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_snapshots" ADD CONSTRAINT "engagement_snapshots_organization_id_share_id_shares_organization_id_id_fk" FOREIGN KEY ("organization_id","share_id") REFERENCES "public"."shares"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_watches" ADD CONSTRAINT "engagement_watches_organization_id_share_id_shares_organization_id_id_fk" FOREIGN KEY ("organization_id","share_id") REFERENCES "public"."shares"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement_watches" ADD CONSTRAINT "engagement_watches_organization_id_connection_id_connections_organization_id_id_fk" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_organization_id_member_id_members_organization_id_id_fk" FOREIGN KEY ("organization_id","member_id") REFERENCES "public"."members"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "publish_attempts_once" ON "publish_attempts" USING btree ("organization_id","share_id") WHERE state in ('prepared', 'media_ready', 'sending', 'published', 'published_adopted', 'published_id_unknown', 'unknown');--> statement-breakpoint
CREATE INDEX "publish_attempts_sending" ON "publish_attempts" USING btree ("sending_at") WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX "network_charges_month" ON "network_charges" USING btree ("organization_id","network","month");--> statement-breakpoint
CREATE INDEX "engagement_snapshots_share" ON "engagement_snapshots" USING btree ("organization_id","share_id","taken_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "engagement_snapshots_expiry" ON "engagement_snapshots" USING btree ("expires_at") WHERE expires_at is not null;--> statement-breakpoint
CREATE INDEX "engagement_watches_next" ON "engagement_watches" USING btree ("next_at") WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX "notices_member" ON "notices" USING btree ("organization_id","member_id","created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_organization_id_connection_id_connections_organization_id_id_fk" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shares_due" ON "shares" USING btree ("organization_id","connection_id","scheduled_for") WHERE state in ('scheduled', 'publishing');