-- Pauses of an agreement, and the record of how it ended. domain.md "Agreement", "Attendance, follow-up, ratings, closing".

-- Days on which nobody is expected. Everybody around the agreement reads the days; why stands in a table of its own.
CREATE TABLE agreement_pauses (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  from_on date NOT NULL,
  -- The last day of the pause; NULL while nobody knows.
  until_on date,
  created_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  UNIQUE (agreement_id, from_on),
  UNIQUE (association_id, id),
  CHECK (until_on >= from_on)
);
CREATE INDEX agreement_pauses_of_association ON agreement_pauses (association_id, agreement_id);
CREATE UNIQUE INDEX agreement_pauses_one_without_end ON agreement_pauses (agreement_id) WHERE until_on IS NULL;

-- Why: for staff and the participant. An employer and an agency never reach this table.
CREATE TABLE agreement_pause_kinds (
  pause_id uuid PRIMARY KEY,
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('sick', 'other')),
  FOREIGN KEY (association_id, pause_id) REFERENCES agreement_pauses (association_id, id) ON DELETE CASCADE
);
CREATE INDEX agreement_pause_kinds_of_association ON agreement_pause_kinds (association_id, agreement_id);

-- How an agreement ended: one record, also after an early end. Words are app/domain/profiles/participant-vocabulary.ts.
CREATE TABLE agreement_closings (
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  outcome text NOT NULL,
  -- Of an education.
  education_form text,
  self_sufficiency text NOT NULL CHECK (self_sufficiency IN ('helt', 'delvis', 'inte', 'inte_mojlig')),
  next_step text NOT NULL CHECK (next_step <> ''),
  responsible text NOT NULL CHECK (responsible <> ''),
  next_on date NOT NULL,
  -- The answer to the assignment's question; NULL when nobody asked one.
  answer text CHECK (answer IN ('yes', 'partly', 'no')),
  answer_words text NOT NULL DEFAULT '',
  recorded_by_name text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, agreement_id),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  CHECK ((outcome = 'utbildning') = (education_form IS NOT NULL))
);

ALTER TABLE agreement_pauses ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_pauses FORCE ROW LEVEL SECURITY;
ALTER TABLE agreement_pause_kinds ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_pause_kinds FORCE ROW LEVEL SECURITY;
ALTER TABLE agreement_closings ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_closings FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_of_association ON agreement_pauses
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
-- Participant and employer pause and go on themselves.
CREATE POLICY of_own_agreement ON agreement_pauses
  USING ((SELECT app_role()) IN ('participant', 'employer') AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY commissioned ON agreement_pauses FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON agreement_pauses USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON agreement_pause_kinds
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON agreement_pause_kinds
  USING ((SELECT app_role()) = 'participant' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON agreement_pause_kinds USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON agreement_closings
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
-- The participant, and the agency that asked the question, read how it ended. An employer does not.
CREATE POLICY of_own_agreement ON agreement_closings FOR SELECT
  USING ((SELECT app_role()) IN ('participant', 'case_worker') AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON agreement_closings USING ((SELECT app_role()) = 'system');
