-- The medical layer of part 3: sealed by the app (AES-256-GCM) before it comes here. A key a person, itself sealed with
-- the master key of the environment, which the database never sees. docs/decisions on encryption.
CREATE TABLE medical_keys (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  -- Which master key opens it: a fingerprint, so that the master key can be exchanged.
  master_key_id text NOT NULL,
  wrapped bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, participant_id),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);
-- Every version is kept. The ciphertext is bound to table, column, person and version: moved, it does not open.
CREATE TABLE medical_notes (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  version integer NOT NULL,
  sealed bytea NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, participant_id, version),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);

ALTER TABLE medical_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE medical_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON medical_keys
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON medical_keys FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));
-- To seal the keys anew when the master key is exchanged. The notes are not needed for it, and not reachable.
CREATE POLICY product_itself ON medical_keys USING ((SELECT app_role()) = 'system');

ALTER TABLE medical_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE medical_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON medical_notes
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON medical_notes FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));

-- A consent of its own before anything medical is written.
ALTER TABLE consents DROP CONSTRAINT consents_purpose_check;
ALTER TABLE consents ADD CONSTRAINT consents_purpose_check
  CHECK (purpose IN ('present_to_employers', 'keep_medical_notes'));
CREATE FUNCTION medical_notes_need_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM consents c
     WHERE c.participant_id = NEW.participant_id AND c.association_id = NEW.association_id
       AND c.purpose = 'keep_medical_notes' AND c.withdrawn_at IS NULL
       AND (now() AT TIME ZONE 'Europe/Stockholm')::date BETWEEN c.valid_from AND c.valid_until) THEN
    RAISE EXCEPTION 'medical notes need a consent of their own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER medical_notes_need_consent BEFORE INSERT OR UPDATE ON medical_notes
  FOR EACH ROW EXECUTE FUNCTION medical_notes_need_consent();
