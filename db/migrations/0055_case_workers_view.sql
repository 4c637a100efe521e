-- The case worker's view (/handlaggare): what is new, the report of an assignment with its answer, questions and answers.

-- When a case worker last looked at an own case: what has happened since is marked as new.
CREATE TABLE case_looks (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  user_id text NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  looked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (participant_id, user_id),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);
CREATE INDEX case_looks_of_association ON case_looks (association_id, user_id);

-- The report of an assignment: half-way, and when it is due. Written by coordinator or coach from the facts of that day.
CREATE TABLE assignment_reports (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  milestone text NOT NULL CHECK (milestone IN ('halfway', 'due')),
  -- Whether the assignment is fulfilled.
  answer text NOT NULL CHECK (answer IN ('yes', 'partly', 'no')),
  words text NOT NULL CHECK (words <> ''),
  -- ReportFacts (app/domain/followups/assignment-report.ts), as they were when it was sent: hours, never days or why.
  facts jsonb NOT NULL,
  written_by_user text,
  written_by_name text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  -- The case worker and the participant read it from now on; nothing in it is changed.
  sent_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  UNIQUE (agreement_id, milestone),
  UNIQUE (association_id, id)
);
CREATE INDEX assignment_reports_of_association ON assignment_reports (association_id, sent_at);

-- What the case worker says of a report.
CREATE TABLE assignment_verdicts (
  report_id uuid PRIMARY KEY,
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('fulfilled', 'not_fulfilled', 'extend')),
  words text NOT NULL DEFAULT '',
  by_user text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  -- Somebody of the staff has read it.
  seen_at timestamptz,
  FOREIGN KEY (association_id, report_id) REFERENCES assignment_reports (association_id, id) ON DELETE CASCADE
);
CREATE INDEX assignment_verdicts_of_association ON assignment_verdicts (association_id, at);

-- Questions and answers about an assignment, in the order they came.
CREATE TABLE assignment_messages (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  from_role text NOT NULL CHECK (from_role IN ('case_worker', 'coordinator', 'coach')),
  from_user text,
  from_name text NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
CREATE INDEX assignment_messages_of_agreement ON assignment_messages (agreement_id, at);
CREATE INDEX assignment_messages_of_association ON assignment_messages (association_id, at);

ALTER TABLE case_looks ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_looks FORCE ROW LEVEL SECURITY;
ALTER TABLE assignment_reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment_reports FORCE ROW LEVEL SECURITY;
ALTER TABLE assignment_verdicts ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment_verdicts FORCE ROW LEVEL SECURITY;
ALTER TABLE assignment_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignment_messages FORCE ROW LEVEL SECURITY;

CREATE POLICY oneself ON case_looks
  USING ((SELECT app_role()) = 'case_worker' AND user_id = (SELECT app_user())
    AND association_id = (SELECT app_association()) AND is_own_case(participant_id));

CREATE POLICY staff_of_association ON assignment_reports
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
-- The agency that asked, by the case worker of the case, and the participant: from when it is sent. An employer never.
CREATE POLICY of_own_agreement ON assignment_reports FOR SELECT
  USING ((SELECT app_role()) IN ('participant', 'case_worker') AND sent_at IS NOT NULL
    AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON assignment_reports FOR SELECT USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON assignment_verdicts
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY commissioned ON assignment_verdicts FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY commissioned_says ON assignment_verdicts FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'case_worker' AND by_user = (SELECT app_user()) AND seen_at IS NULL
    AND association_id = (SELECT app_association())
    AND (report_id, agreement_id) IN (SELECT id, agreement_id FROM assignment_reports));
CREATE POLICY product_itself ON assignment_verdicts FOR SELECT USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON assignment_messages
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY commissioned ON assignment_messages FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY commissioned_asks ON assignment_messages FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'case_worker' AND from_role = 'case_worker' AND from_user = (SELECT app_user())
    AND association_id = (SELECT app_association()) AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON assignment_messages FOR SELECT USING ((SELECT app_role()) = 'system');
