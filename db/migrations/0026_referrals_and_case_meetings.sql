-- Referrals over time. The rows so far are the referral in short of somebody enrolled: accepted, and the current one.
-- Whoever reads "the referral" of a participant reads the current one; at most one a participant.
ALTER TABLE referrals DROP CONSTRAINT referrals_participant_id_key;
ALTER TABLE referrals
  -- Nobody is enrolled by a referral: until it is accepted it may have no participant.
  ALTER COLUMN participant_id DROP NOT NULL,
  ADD COLUMN is_current boolean NOT NULL DEFAULT true,
  ADD COLUMN status text NOT NULL DEFAULT 'accepted'
    CHECK (status IN ('sent', 'taken_up', 'accepted', 'returned', 'withdrawn', 'closed')),
  ADD COLUMN sent_by_role text NOT NULL DEFAULT 'coordinator'
    CHECK (sent_by_role IN ('case_worker', 'participant', 'coordinator')),
  ADD COLUMN sent_by_user text,
  ADD COLUMN sent_by_name text NOT NULL DEFAULT '',
  ADD COLUMN tried text NOT NULL DEFAULT '',
  ADD COLUMN wishes text NOT NULL DEFAULT '',
  -- Agencies that take part, and whether the person has said yes to that.
  ADD COLUMN other_agencies integer[] NOT NULL DEFAULT '{}',
  ADD COLUMN agencies_agreed boolean NOT NULL DEFAULT false,
  -- Who the person is, until the referral is accepted and the participant carries it. Never for a protected identity.
  ADD COLUMN person_protected text NOT NULL DEFAULT 'none' CHECK (person_protected IN ('none', 'protected', 'unknown')),
  ADD COLUMN person_name text,
  ADD COLUMN person_email text,
  ADD COLUMN person_phone text,
  ADD COLUMN person_sex text,
  ADD COLUMN person_birth_year smallint,
  ADD COLUMN person_municipality text REFERENCES municipalities,
  ADD COLUMN decision text NOT NULL DEFAULT '',
  ADD COLUMN decided_on date,
  ADD COLUMN main_responsible_user text,
  ADD COLUMN main_responsible_name text NOT NULL DEFAULT '',
  ADD COLUMN return_reason text,
  ADD COLUMN return_text text NOT NULL DEFAULT '',
  ADD COLUMN close_reason text,
  ADD COLUMN closed_on date,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD CONSTRAINT referrals_current_is_somebodys CHECK (participant_id IS NOT NULL OR NOT is_current),
  ADD CONSTRAINT referrals_protected_has_no_name CHECK
    (person_protected = 'none' OR (person_name IS NULL AND person_email IS NULL AND person_phone IS NULL));
UPDATE referrals r SET status = 'closed', closed_on = p.closed_on
  FROM participants p WHERE p.id = r.participant_id AND p.closed_on IS NOT NULL;

CREATE UNIQUE INDEX referrals_current ON referrals (participant_id) WHERE is_current;
CREATE INDEX referrals_of_participant ON referrals (participant_id);
CREATE INDEX referrals_of_association ON referrals (association_id, status, updated_at);

-- Whether a participant is the case worker's own case. A function, because policies of two tables that ask each other
-- would never end; it runs with the rights of whoever asks.
CREATE FUNCTION is_own_case(participant uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM referrals r
    WHERE r.participant_id = participant AND r.case_worker_user = app_user()
      AND (r.is_current OR r.status IN ('accepted', 'closed')));
END $$;

-- A case worker refers for the own agency; somebody new, or one of the own cases.
CREATE POLICY refers ON referrals FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'case_worker' AND agency_id = (SELECT app_agency())
    AND association_id = (SELECT app_association()) AND case_worker_user = (SELECT app_user())
    AND sent_by_user = (SELECT app_user()) AND status = 'sent' AND NOT is_current
    AND (participant_id IS NULL OR is_own_case(participant_id)));
-- Answering a return and taking a referral back, while it is not decided.
CREATE POLICY answers ON referrals FOR UPDATE
  USING ((SELECT app_role()) = 'case_worker' AND agency_id = (SELECT app_agency())
    AND association_id = (SELECT app_association()) AND case_worker_user = (SELECT app_user())
    AND status IN ('sent', 'taken_up', 'returned'))
  WITH CHECK (agency_id = (SELECT app_agency()) AND association_id = (SELECT app_association())
    AND case_worker_user = (SELECT app_user()) AND status IN ('sent', 'withdrawn') AND NOT is_current
    AND (participant_id IS NULL OR is_own_case(participant_id)));
CREATE POLICY own_interest ON referrals FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant())
    AND association_id = (SELECT app_association()) AND sent_by_role = 'participant'
    AND sent_by_user = (SELECT app_user()) AND agency_id IS NULL AND case_worker_user IS NULL
    AND status = 'sent' AND NOT is_current);
CREATE POLICY own_answers ON referrals FOR UPDATE
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant())
    AND sent_by_role = 'participant' AND status IN ('sent', 'taken_up', 'returned'))
  WITH CHECK (participant_id = (SELECT app_participant()) AND sent_by_role = 'participant' AND agency_id IS NULL
    AND case_worker_user IS NULL AND status IN ('sent', 'withdrawn') AND NOT is_current);
-- What a job needs to know to write a mail: whom, never about whom.
CREATE POLICY product_itself ON referrals FOR SELECT USING ((SELECT app_role()) = 'system');

-- A case stays a case worker's own while the referral is current or accepted. One that waits opens nobody's file.
DROP POLICY own_cases ON participants;
CREATE POLICY own_cases ON participants FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND id IN (SELECT participant_id FROM referrals WHERE case_worker_user = (SELECT app_user())
                  AND (is_current OR status IN ('accepted', 'closed'))));
DROP POLICY own_cases ON proposals;
CREATE POLICY own_cases ON proposals FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND participant_id IN (SELECT participant_id FROM referrals WHERE case_worker_user = (SELECT app_user())
                              AND (is_current OR status = 'accepted')));

CREATE TABLE referral_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  association_id integer NOT NULL REFERENCES associations,
  referral_id uuid NOT NULL REFERENCES referrals ON DELETE CASCADE,
  from_status text,
  to_status text NOT NULL,
  by_role text NOT NULL,
  by_name text NOT NULL,
  reason_code text,
  note text NOT NULL DEFAULT '',
  happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX referral_events_of_referral ON referral_events (referral_id, id);
ALTER TABLE referral_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_events FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON referral_events
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY of_own_referral ON referral_events FOR SELECT
  USING ((SELECT app_role()) IN ('case_worker', 'participant') AND referral_id IN (SELECT id FROM referrals));
CREATE POLICY own_step ON referral_events FOR INSERT
  WITH CHECK ((SELECT app_role()) IN ('case_worker', 'participant') AND by_role = (SELECT app_role())
    AND association_id = (SELECT app_association()) AND referral_id IN (SELECT id FROM referrals));

-- Ärendemöte: who is there, which cases they talk about, and what was said about each.
CREATE TABLE case_meetings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  held_at timestamptz NOT NULL,
  place text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'held', 'cancelled')),
  version integer NOT NULL DEFAULT 1,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX case_meetings_of_association ON case_meetings (association_id, held_at DESC);

-- Present: an agency, or a person with an account (a case worker of an agency, or staff of the association).
CREATE TABLE case_meeting_parties (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  meeting_id uuid NOT NULL REFERENCES case_meetings ON DELETE CASCADE,
  agency_id integer REFERENCES commissioning_agencies,
  user_id text,
  name text NOT NULL DEFAULT '',
  CHECK (agency_id IS NOT NULL OR user_id IS NOT NULL),
  UNIQUE NULLS NOT DISTINCT (meeting_id, agency_id, user_id)
);
CREATE INDEX case_meeting_parties_of_user ON case_meeting_parties (user_id) WHERE user_id IS NOT NULL;

CREATE TABLE case_meeting_items (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  meeting_id uuid NOT NULL REFERENCES case_meetings ON DELETE CASCADE,
  referral_id uuid NOT NULL REFERENCES referrals ON DELETE CASCADE,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
  version integer NOT NULL DEFAULT 1,
  added_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (meeting_id, referral_id)
);
CREATE INDEX case_meeting_items_of_referral ON case_meeting_items (referral_id);

-- Who does what until when.
CREATE TABLE case_tasks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  referral_id uuid NOT NULL REFERENCES referrals ON DELETE CASCADE,
  what text NOT NULL CHECK (length(what) BETWEEN 1 AND 300),
  responsible_user text,
  responsible_name text NOT NULL,
  due_on date NOT NULL,
  done_on date,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX case_tasks_of_referral ON case_tasks (referral_id, due_on);

ALTER TABLE case_meetings ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_meetings FORCE ROW LEVEL SECURITY;
ALTER TABLE case_meeting_parties ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_meeting_parties FORCE ROW LEVEL SECURITY;
ALTER TABLE case_meeting_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_meeting_items FORCE ROW LEVEL SECURITY;
ALTER TABLE case_tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_tasks FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_of_association ON case_meetings
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY invited ON case_meetings FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND id IN (SELECT meeting_id FROM case_meeting_parties WHERE user_id = (SELECT app_user())));
CREATE POLICY staff_of_association ON case_meeting_parties
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
-- Who is invited to what: officials at work, nobody's case.
CREATE POLICY case_workers ON case_meeting_parties FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association()));
CREATE POLICY staff_of_association ON case_meeting_items
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
-- Of a meeting's agenda a case worker reads the own cases, and nothing else.
CREATE POLICY own_cases ON case_meeting_items FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND referral_id IN (SELECT id FROM referrals) AND meeting_id IN (SELECT id FROM case_meetings));
CREATE POLICY staff_of_association ON case_tasks
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY of_own_referral ON case_tasks FOR SELECT
  USING ((SELECT app_role()) IN ('case_worker', 'participant') AND referral_id IN (SELECT id FROM referrals));
CREATE POLICY own_task ON case_tasks FOR UPDATE
  USING ((SELECT app_role()) = 'case_worker' AND responsible_user = (SELECT app_user())
    AND referral_id IN (SELECT id FROM referrals));
