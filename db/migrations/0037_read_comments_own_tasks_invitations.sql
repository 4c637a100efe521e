-- Who has read what a participant said about the kartläggning or the work profile, so that nobody speaks to the wind.
ALTER TABLE work_profile_comments
  ADD COLUMN read_at timestamptz,
  ADD COLUMN read_by_name text NOT NULL DEFAULT '';
ALTER TABLE profile_part_comments
  ADD COLUMN read_at timestamptz,
  ADD COLUMN read_by_name text NOT NULL DEFAULT '';
CREATE INDEX work_profile_comments_unread ON work_profile_comments (association_id, commented_at) WHERE read_at IS NULL;
CREATE INDEX profile_part_comments_unread ON profile_part_comments (association_id, commented_at) WHERE read_at IS NULL;

-- Staff mark a comment as read; the words stay the participant's, and only staff say that they have read them.
CREATE POLICY marks_read ON work_profile_comments FOR UPDATE
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY marks_read ON profile_part_comments FOR UPDATE
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE FUNCTION comment_stays_as_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{read_at,read_by_name}'::text[] <> to_jsonb(OLD) - '{read_at,read_by_name}'::text[]
     OR app_role() = 'participant' THEN
    RAISE EXCEPTION 'a comment stays as it was written' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER comment_stays_as_written BEFORE UPDATE ON work_profile_comments
  FOR EACH ROW EXECUTE FUNCTION comment_stays_as_written();
CREATE TRIGGER comment_stays_as_written BEFORE UPDATE ON profile_part_comments
  FOR EACH ROW EXECUTE FUNCTION comment_stays_as_written();

-- What one has to do, from every case: the start page asks for it each time.
CREATE INDEX case_tasks_of_responsible ON case_tasks (responsible_user, due_on) WHERE done_on IS NULL;

-- Inviting a participant to sign in. The address is the participant's own row's: a mail goes where it says that day.
CREATE TABLE participant_invitations (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  asked_at timestamptz NOT NULL DEFAULT now(),
  asked_by_name text NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (association_id, participant_id, id),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX participant_invitations_by_id ON participant_invitations (id);
ALTER TABLE participant_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE participant_invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON participant_invitations FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY coordinators_invite ON participant_invitations FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'coordinator' AND association_id = (SELECT app_association()));
-- The job that sends the mail: whom to write to, and that it went.
CREATE POLICY product_reads ON participant_invitations FOR SELECT USING ((SELECT app_role()) = 'system');
CREATE POLICY product_sends ON participant_invitations FOR UPDATE USING ((SELECT app_role()) = 'system');
