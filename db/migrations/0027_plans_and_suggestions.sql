-- Handlingsplan: what the person wants, what happens on the way, and what each agency has promised.
CREATE TABLE plan_goals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  goal text NOT NULL CHECK (length(goal) BETWEEN 1 AND 500),
  target_on date,
  status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'reached', 'changed')),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX plan_goals_of_participant ON plan_goals (participant_id);

CREATE TABLE plan_activities (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  goal_id uuid REFERENCES plan_goals ON DELETE SET NULL,
  kind text NOT NULL CHECK (kind IN ('samtal', 'studiebesok', 'grupp', 'utbildning', 'praktik', 'vard', 'eget', 'annat')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  responsible text NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  starts_at time,
  ends_at time,
  place text NOT NULL DEFAULT '',
  way_there text NOT NULL DEFAULT '',
  ask_for text NOT NULL DEFAULT '',
  phone text NOT NULL DEFAULT '',
  bring text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'ongoing', 'done', 'cancelled')),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
CREATE INDEX plan_activities_of_participant ON plan_activities (participant_id, starts_on);

-- Åtaganden: what an agency, or somebody else by name, has promised.
CREATE TABLE plan_commitments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  agency_id integer REFERENCES commissioning_agencies,
  party text NOT NULL DEFAULT '',
  what text NOT NULL CHECK (length(what) BETWEEN 1 AND 500),
  starts_on date,
  ends_on date,
  status text NOT NULL DEFAULT 'promised' CHECK (status IN ('promised', 'kept', 'ended')),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (agency_id IS NOT NULL OR party <> '')
);
CREATE INDEX plan_commitments_of_participant ON plan_commitments (participant_id);

-- The staff's own working notes: a table of their own, so that no query for somebody else can bring them along.
CREATE TABLE plan_notes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  note text NOT NULL CHECK (length(note) BETWEEN 1 AND 2000),
  by_name text NOT NULL,
  noted_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX plan_notes_of_participant ON plan_notes (participant_id, noted_at DESC);

-- "Jag har hittat en arbetsplats själv."
CREATE TABLE workplace_suggestions (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  workplace text NOT NULL CHECK (length(workplace) BETWEEN 1 AND 120),
  place text NOT NULL CHECK (length(place) BETWEEN 1 AND 80),
  could_do text NOT NULL DEFAULT '',
  talked_with text NOT NULL DEFAULT '',
  may_contact boolean NOT NULL,
  status text NOT NULL DEFAULT 'sent'
    CHECK (status IN ('sent', 'taken_up', 'contacted', 'placement', 'not_possible', 'withdrawn')),
  reason_code text,
  answer text NOT NULL DEFAULT '',
  -- No reference: an employer that is merged into another is found through employer_aliases.
  employer_id integer,
  placement_id integer REFERENCES placements,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX workplace_suggestions_of_association ON workplace_suggestions (association_id, status, created_at);
CREATE INDEX workplace_suggestions_of_participant ON workplace_suggestions (participant_id);

CREATE TABLE suggestion_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  association_id integer NOT NULL REFERENCES associations,
  suggestion_id uuid NOT NULL REFERENCES workplace_suggestions ON DELETE CASCADE,
  from_status text,
  to_status text NOT NULL,
  by_role text NOT NULL,
  by_name text NOT NULL,
  happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX suggestion_events_of_suggestion ON suggestion_events (suggestion_id, id);

ALTER TABLE plan_goals ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_goals FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_activities ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_activities FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_commitments ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_commitments FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_notes FORCE ROW LEVEL SECURITY;
ALTER TABLE workplace_suggestions ENABLE ROW LEVEL SECURITY;
ALTER TABLE workplace_suggestions FORCE ROW LEVEL SECURITY;
ALTER TABLE suggestion_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE suggestion_events FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_of_association ON plan_goals
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON plan_goals FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));
CREATE POLICY own_cases ON plan_goals FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND participant_id IN (SELECT participant_id FROM referrals WHERE case_worker_user = (SELECT app_user())
                              AND (is_current OR status = 'accepted')));
CREATE POLICY staff_of_association ON plan_activities
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON plan_activities FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));
CREATE POLICY own_cases ON plan_activities FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND participant_id IN (SELECT participant_id FROM referrals WHERE case_worker_user = (SELECT app_user())
                              AND (is_current OR status = 'accepted')));
CREATE POLICY staff_of_association ON plan_commitments
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON plan_commitments FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));
CREATE POLICY own_cases ON plan_commitments FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND participant_id IN (SELECT participant_id FROM referrals WHERE case_worker_user = (SELECT app_user())
                              AND (is_current OR status = 'accepted')));
CREATE POLICY staff_of_association ON plan_notes
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY staff_of_association ON workplace_suggestions
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON workplace_suggestions
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant())
    AND association_id = (SELECT app_association()));
-- What a job needs to know to write a mail: whom, never about whom.
CREATE POLICY product_itself ON workplace_suggestions FOR SELECT USING ((SELECT app_role()) = 'system');
CREATE POLICY staff_of_association ON suggestion_events
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON suggestion_events
  USING ((SELECT app_role()) = 'participant' AND association_id = (SELECT app_association())
    AND suggestion_id IN (SELECT id FROM workplace_suggestions));
