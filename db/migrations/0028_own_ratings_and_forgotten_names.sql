-- Part 7: how much the participant believes in oneself, said by the participant and nobody else. One a day, the latest
-- counts; what the coordinator writes down at a talk stands in profile_parts. domain.md "Profile": own rating.
CREATE TABLE own_ratings (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  rated_on date NOT NULL,
  rating smallint NOT NULL CHECK (rating BETWEEN 1 AND 5),
  PRIMARY KEY (association_id, participant_id, rated_on),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);
ALTER TABLE own_ratings ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_ratings FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON own_ratings FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON own_ratings
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant())
    AND association_id = (SELECT app_association()));

-- The audit trail is append only, but for one thing: a name that a protected identity takes back. Which participant did
-- it stays, by id; only the name gives way to the reference, and only for somebody who is protected now.
CREATE FUNCTION audit_forgets_a_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.role = 'participant' AND to_jsonb(NEW) - 'user_name' = to_jsonb(OLD) - 'user_name'
    AND EXISTS (SELECT FROM participants p WHERE p.association_id = OLD.association_id
                   AND p.protected_identity <> 'none' AND p.reference = NEW.user_name) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit_events is append only';
END $$;
DROP TRIGGER audit_is_append_only ON audit_events;
CREATE TRIGGER audit_is_append_only BEFORE DELETE OR TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_forgets_a_name BEFORE UPDATE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION audit_forgets_a_name();
CREATE POLICY forgets_a_name ON audit_events FOR UPDATE
  USING ((SELECT app_role()) = 'coordinator' AND association_id = (SELECT app_association()) AND role = 'participant');
CREATE INDEX audit_events_of_user ON audit_events (user_id, role) WHERE role = 'participant';
