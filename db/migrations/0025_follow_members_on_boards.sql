CREATE FUNCTION is_on_boards("member" "members") RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT member.board_name <> 'absent' AND NOT member.is_executive AND member.joined_at IS NOT NULL AND member.suspended_at IS NULL
$$;--> statement-breakpoint
CREATE FUNCTION list_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.is_listed := coalesce((SELECT is_on_boards(members) FROM members
    WHERE members.organization_id = NEW.organization_id AND members.id = NEW.member_id), false);
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER standings_listed BEFORE INSERT ON "standings" FOR EACH ROW EXECUTE FUNCTION list_standing();--> statement-breakpoint
CREATE FUNCTION list_standings_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE standings SET is_listed = is_on_boards(NEW)
  WHERE standings.organization_id = NEW.organization_id AND standings.member_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER members_listed AFTER UPDATE OF "board_name", "is_executive", "joined_at", "suspended_at" ON "members"
  FOR EACH ROW WHEN (is_on_boards(OLD) IS DISTINCT FROM is_on_boards(NEW)) EXECUTE FUNCTION list_standings_of_member();
