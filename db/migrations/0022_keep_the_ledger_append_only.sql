-- What was published, scored and corrected stays: nothing updates or deletes these rows.
CREATE TRIGGER score_facts_append_only BEFORE UPDATE OR DELETE ON "score_facts"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER score_corrections_append_only BEFORE UPDATE OR DELETE ON "score_corrections"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER rule_sets_append_only BEFORE UPDATE OR DELETE ON "rule_sets"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
