-- Uppföljning: the rhythms of an association, what is planned for each agreement, what was said, and who follows up.
-- domain.md "Attendance, follow-up, ratings, closing".

-- Who follows up, from when it comes into force; moved by a hand-over. A rhythm is chosen by kind and risk.
ALTER TABLE agreements
  ADD COLUMN coach_user text,
  ADD COLUMN coach_name text NOT NULL DEFAULT '',
  ADD COLUMN risk text NOT NULL DEFAULT 'normal' CHECK (risk IN ('normal', 'closer'));
CREATE INDEX agreements_of_coach ON agreements (association_id, coach_user) WHERE status = 'in_force';

-- What an association has saved; before that the shipped ones count (app/domain/followups/shipped-rhythms.ts).
CREATE TABLE followup_rhythms (
  association_id integer NOT NULL REFERENCES associations,
  kind text NOT NULL CHECK (kind IN ('praktik', 'arbetsprovning', 'arbetstraning', 'skyddad')),
  risk text NOT NULL CHECK (risk IN ('normal', 'closer')),
  -- RhythmStep[] (app/domain/followups/rhythm.ts).
  steps jsonb NOT NULL CHECK (jsonb_typeof(steps) = 'array'),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, kind, risk)
);

CREATE TABLE followups (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  -- Which step of the rhythm ('call-1', 'every-4w:3', 'closing'), or 'own:<uuid>': planned once, by the unique key.
  step text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('contact', 'review', 'closing', 'checkup')),
  form text NOT NULL CHECK (form IN ('telefon', 'besok', 'mote', 'sms')),
  due_on date NOT NULL,
  due_at time,
  status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'done', 'dropped')),
  -- A day that a person has chosen stays, whatever the rhythm says.
  moved boolean NOT NULL DEFAULT false,
  move_reason text NOT NULL DEFAULT '',
  moved_by_name text NOT NULL DEFAULT '',
  planned_by text NOT NULL DEFAULT 'rhythm' CHECK (planned_by IN ('rhythm', 'person')),
  done_on date,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  UNIQUE (agreement_id, step),
  CHECK ((status = 'done') = (done_on IS NOT NULL))
);
CREATE INDEX followups_of_association ON followups (association_id, status, due_on);

-- What was said. The id is made by the phone that wrote it: the same one twice is one log.
CREATE TABLE followup_logs (
  id uuid PRIMARY KEY,
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  followup_id uuid REFERENCES followups ON DELETE SET NULL,
  held_at timestamptz NOT NULL,
  form text NOT NULL CHECK (form IN ('telefon', 'besok', 'mote', 'sms')),
  with_whom text[] NOT NULL DEFAULT '{}' CHECK (with_whom <@ ARRAY['participant', 'supervisor', 'other']),
  words text NOT NULL DEFAULT '',
  -- The coach's own: the participant does not read it.
  is_working_note boolean NOT NULL DEFAULT false,
  marks text[] NOT NULL DEFAULT '{}' CHECK (marks <@ ARRAY['more_hours', 'adaptation', 'absence']),
  step text CHECK (step IN ('ok', 'raise', 'lower')),
  next_followup_id uuid REFERENCES followups ON DELETE SET NULL,
  logged_by_user text,
  logged_by_name text NOT NULL,
  -- On the phone, which may have had no network.
  written_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
CREATE INDEX followup_logs_of_agreement ON followup_logs (agreement_id, held_at DESC);
CREATE INDEX followup_logs_of_association ON followup_logs (association_id, held_at DESC);
CREATE INDEX followup_logs_of_followup ON followup_logs (followup_id);
CREATE INDEX followup_logs_next ON followup_logs (next_followup_id);

-- From whom to whom, and why. Nothing here is taken away; an agreement that was lent for a time goes back by itself.
CREATE TABLE followup_handovers (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  from_user text,
  from_name text NOT NULL,
  to_user text NOT NULL,
  to_name text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('away', 'leaves', 'other')),
  -- The last day of the absence; it goes back the day after.
  until date,
  returned_at timestamptz,
  note text NOT NULL DEFAULT '',
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  CHECK ((reason = 'away') = (until IS NOT NULL))
);
CREATE INDEX followup_handovers_of_agreement ON followup_handovers (agreement_id, at);
CREATE INDEX followup_handovers_of_association ON followup_handovers (association_id, at);
CREATE INDEX followup_handovers_lent ON followup_handovers (until) WHERE until IS NOT NULL AND returned_at IS NULL;

ALTER TABLE followup_rhythms ENABLE ROW LEVEL SECURITY;
ALTER TABLE followup_rhythms FORCE ROW LEVEL SECURITY;
ALTER TABLE followups ENABLE ROW LEVEL SECURITY;
ALTER TABLE followups FORCE ROW LEVEL SECURITY;
ALTER TABLE followup_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE followup_logs FORCE ROW LEVEL SECURITY;
ALTER TABLE followup_handovers ENABLE ROW LEVEL SECURITY;
ALTER TABLE followup_handovers FORCE ROW LEVEL SECURITY;

-- The administrator writes the rhythms and reaches no agreement by it.
CREATE POLICY staff_of_association ON followup_rhythms
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON followup_rhythms USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON followups
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON followups USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON followup_logs
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
-- The participant reads what was said, but for working notes. An employer and an agency reach none.
CREATE POLICY oneself ON followup_logs FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND NOT is_working_note AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON followup_logs USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON followup_handovers
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON followup_handovers USING ((SELECT app_role()) = 'system');

-- Agreements that were in force before: the main responsible of the referral, else who drew it up. What is to be planned
-- for them is planned by the nightly job (plan_followups).
SELECT set_config('app.role', 'system', true);
UPDATE agreements g
   SET coach_user = coalesce(r.main_responsible_user, g.created_by_user),
       coach_name = CASE WHEN r.main_responsible_user IS NULL THEN g.created_by_name ELSE r.main_responsible_name END
  FROM agreements o LEFT JOIN referrals r ON r.participant_id = o.participant_id AND r.is_current
 WHERE o.id = g.id AND g.status = 'in_force';
SELECT set_config('app.role', '', true);
