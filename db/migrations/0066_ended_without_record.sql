-- What has ended, or was ended early, and waits for its closing record: found by an index that holds nothing of what is
-- written. docs/decisions/016.
ALTER TABLE agreements ADD COLUMN is_recorded boolean NOT NULL DEFAULT false;

SELECT set_config('app.role', 'system', true);
UPDATE agreements g SET is_recorded = true
  FROM agreement_closings c WHERE c.agreement_id = g.id AND c.association_id = g.association_id;
SELECT set_config('app.role', '', true);

CREATE FUNCTION mark_agreement_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE agreements SET is_recorded = true WHERE association_id = NEW.association_id AND id = NEW.agreement_id;
  RETURN NULL;
END $$;
CREATE TRIGGER closing_is_known AFTER INSERT ON agreement_closings
  FOR EACH ROW EXECUTE FUNCTION mark_agreement_recorded();

CREATE INDEX agreements_unrecorded ON agreements (association_id, (coalesce(ended_on, ends_on)))
  WHERE status IN ('in_force', 'ended_early') AND NOT is_recorded;
