-- What a closed season came to stays: nothing updates or deletes these rows.
CREATE TRIGGER season_results_append_only BEFORE UPDATE OR DELETE ON "season_results"
FOR EACH ROW EXECUTE FUNCTION refuse_change();
