-- The participant's own plan (/min-sida): how to get there, how it feels, and what the participant did by themselves.

-- Beside the signed text: changes freely and keeps signatures, as the contacts do. domain.md "Field classes".
CREATE TABLE agreement_ways (
  association_id integer NOT NULL,
  agreement_id uuid PRIMARY KEY,
  -- One step of the way a line.
  steps text NOT NULL DEFAULT '',
  bring text NOT NULL DEFAULT '',
  -- How the supervisor is known: "har en röd väst".
  recognise text NOT NULL DEFAULT '',
  saved_by_role text NOT NULL CHECK (saved_by_role IN ('coordinator', 'coach', 'employer')),
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  -- Who writes says which one was read.
  version integer NOT NULL DEFAULT 1,
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
CREATE INDEX agreement_ways_of_association ON agreement_ways (association_id);

-- One answer a day, from 1 (very bad) to 5 (very good). For the participant and those who follow: never an employer, an
-- agency or a statistic.
CREATE TABLE feelings (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  day date NOT NULL,
  value smallint NOT NULL CHECK (value BETWEEN 1 AND 5),
  said_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (participant_id, day),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);
CREATE INDEX feelings_of_association ON feelings (association_id, day);

-- What a participant did alone: those around are told at once, and staff get in touch. Never why.
CREATE TABLE own_steps (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('absent', 'paused', 'resumed', 'ended')),
  -- The day that it begins.
  day date NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  -- Somebody has been in touch.
  handled_at timestamptz,
  handled_by_name text NOT NULL DEFAULT '',
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
CREATE INDEX own_steps_of_agreement ON own_steps (agreement_id, at DESC);
CREATE INDEX own_steps_waiting ON own_steps (association_id, at) WHERE handled_at IS NULL;

ALTER TABLE agreement_ways ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_ways FORCE ROW LEVEL SECURITY;
ALTER TABLE feelings ENABLE ROW LEVEL SECURITY;
ALTER TABLE feelings FORCE ROW LEVEL SECURITY;
ALTER TABLE own_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE own_steps FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_of_association ON agreement_ways
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY own_employer ON agreement_ways
  USING ((SELECT app_role()) = 'employer' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY oneself ON agreement_ways FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND agreement_id IN (SELECT id FROM agreements));

CREATE POLICY staff_of_association ON feelings FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON feelings
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant())
    AND association_id = (SELECT app_association()));

CREATE POLICY staff_of_association ON own_steps
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON own_steps FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY oneself_writes ON own_steps FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'participant' AND handled_at IS NULL
    AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON own_steps FOR SELECT USING ((SELECT app_role()) = 'system');

-- When somebody follows up, to the participant whom it is about: the day, the hour and the form. Not why it was moved.
CREATE FUNCTION own_followups()
RETURNS TABLE (id uuid, agreement_id uuid, purpose text, form text, due_on date, due_at time) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := coalesce(app_role(), '');
  own uuid[];
BEGIN
  IF asking <> 'participant' THEN RETURN; END IF;
  own := ARRAY(SELECT a.id FROM agreements a);
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    SELECT f.id, f.agreement_id, f.purpose, f.form, f.due_on, f.due_at FROM followups f
     WHERE f.agreement_id = ANY (own) AND f.status = 'planned' AND f.purpose <> 'checkup' AND f.form <> 'sms'
       AND f.due_on >= (now() AT TIME ZONE 'Europe/Stockholm')::date
     ORDER BY f.due_on, f.due_at LIMIT 20;
  PERFORM set_config('app.role', asking, true);
END $$;
