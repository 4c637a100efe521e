-- A form opened in another tab must notice that somebody saved meanwhile: every change counts up, an import's too.
ALTER TABLE participants ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE FUNCTION participant_before_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  NEW.updated_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER participant_before_update BEFORE UPDATE ON participants
  FOR EACH ROW EXECUTE FUNCTION participant_before_update();

-- What the participant says about a version of the own work profile. Kept beside it, never merged into it.
CREATE TABLE work_profile_comments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  version integer NOT NULL,
  comment text NOT NULL CHECK (length(comment) BETWEEN 1 AND 2000),
  commented_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX work_profile_comments_of_participant ON work_profile_comments (participant_id, commented_at DESC);
ALTER TABLE work_profile_comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_profile_comments FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON work_profile_comments FOR SELECT
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON work_profile_comments
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));

-- How it goes for own cases: the case worker's timeline reads status and date, never what an employer was shown.
CREATE POLICY own_cases ON proposals FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND participant_id IN (SELECT participant_id FROM referrals WHERE case_worker_user = (SELECT app_user())));

-- The list of an association's participants, newest change first within a page of references.
CREATE INDEX participants_of_association ON participants (association_id, protected_identity, reference);
CREATE INDEX referrals_of_case_worker ON referrals (case_worker_user) WHERE case_worker_user IS NOT NULL;

-- The participant's own account follows the e-mail address in the same transaction as the change. The functions set the
-- role that their statements need and give it back; they reach the actor's own association only.
CREATE FUNCTION end_participant_account(participant uuid) RETURNS void
LANGUAGE sql VOLATILE SET app.role = 'identity' AS $$
  WITH ended AS (
    DELETE FROM memberships WHERE participant_id = participant AND association_id = app_association()
    RETURNING id, user_id)
  DELETE FROM auth_users u USING ended
   WHERE u.id = ended.user_id
     AND NOT EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id AND m.id <> ended.id);
$$;
CREATE FUNCTION link_participant_account(participant uuid, mail text, display_name text) RETURNS void
LANGUAGE sql VOLATILE SET app.role = 'identity' AS $$
  INSERT INTO auth_users (id, name, email)
  VALUES (gen_random_uuid()::text, display_name, lower(mail))
  ON CONFLICT (email) DO NOTHING;
  INSERT INTO memberships (user_id, role, association_id, participant_id)
  SELECT id, 'participant', app_association(), participant FROM auth_users WHERE email = lower(mail)
  ON CONFLICT DO NOTHING;
$$;
