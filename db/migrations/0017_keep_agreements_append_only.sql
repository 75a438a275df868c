-- What a member agreed to stays as it was; it goes only with the share itself.
CREATE FUNCTION refuse_agreement_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (
    SELECT FROM shares WHERE organization_id = OLD.organization_id AND id = OLD.share_id
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER share_agreements_append_only BEFORE UPDATE OR DELETE ON "share_agreements"
FOR EACH ROW EXECUTE FUNCTION refuse_agreement_change();
