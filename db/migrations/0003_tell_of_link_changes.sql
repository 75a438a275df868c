-- Plumbing, not business: every process keeps links in memory, and is told whose to look up again when a share, a story
-- or a name changes that a short link or its preview shows.
CREATE FUNCTION tell_link_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('link_changes', to_jsonb(NEW) ->> TG_ARGV[0]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER shares_tell_link_change AFTER UPDATE ON "shares" FOR EACH ROW
WHEN ((OLD.state = 'withdrawn') IS DISTINCT FROM (NEW.state = 'withdrawn'))
EXECUTE FUNCTION tell_link_change('organization_id');
--> statement-breakpoint
CREATE TRIGGER stories_tell_link_change AFTER UPDATE ON "stories" FOR EACH ROW
WHEN (
  (OLD.state, OLD.kind, OLD.publish_at, OLD.expires_at, OLD.title, OLD.summary, OLD.body, OLD.language, OLD.image_id)
  IS DISTINCT FROM
  (NEW.state, NEW.kind, NEW.publish_at, NEW.expires_at, NEW.title, NEW.summary, NEW.body, NEW.language, NEW.image_id)
)
EXECUTE FUNCTION tell_link_change('organization_id');
--> statement-breakpoint
CREATE TRIGGER organizations_tell_link_change AFTER UPDATE ON "organizations" FOR EACH ROW
WHEN (OLD.name IS DISTINCT FROM NEW.name)
EXECUTE FUNCTION tell_link_change('id');
--> statement-breakpoint
CREATE TRIGGER images_tell_link_change AFTER UPDATE ON "images" FOR EACH ROW
WHEN ((OLD.alt, OLD.width, OLD.height) IS DISTINCT FROM (NEW.alt, NEW.width, NEW.height))
EXECUTE FUNCTION tell_link_change('organization_id');
