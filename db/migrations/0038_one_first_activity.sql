-- The first activity of part 11 of a kartläggning is an activity of the plan: one row, read and written from both places.
ALTER TABLE plan_activities ADD COLUMN is_first boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX plan_activities_one_first ON plan_activities (association_id, participant_id) WHERE is_first;

-- It is read by who reads part 11: no administrator, and a case worker only when the part is opened.
DROP POLICY staff_of_association ON plan_activities;
CREATE POLICY staff_of_association ON plan_activities
  USING (association_id = (SELECT app_association())
    AND ((SELECT is_close_staff()) OR (SELECT is_staff()) AND NOT is_first));
DROP POLICY own_cases ON plan_activities;
CREATE POLICY own_cases ON plan_activities FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND participant_id IN (SELECT participant_id FROM referrals WHERE case_worker_user = (SELECT app_user())
                              AND (is_current OR status = 'accepted'))
    AND (NOT is_first OR EXISTS (SELECT FROM profile_parts k
                                  WHERE k.association_id = plan_activities.association_id
                                    AND k.participant_id = plan_activities.participant_id AND k.part = 'plan'
                                    AND k.visibility = 'case_worker')));

-- What part 11 holds today moves to the plan: into the activity of that day and name when somebody has written it there
-- too, else as an activity of its own. The owner of the tables is under their policies, but for these lines.
ALTER TABLE profile_parts NO FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_activities NO FORCE ROW LEVEL SECURITY;
CREATE TEMPORARY TABLE said_first ON COMMIT DROP AS
  SELECT association_id, participant_id, answers #>> '{answers,forsta_aktivitet}' AS what,
         (answers #>> '{answers,forsta_start}')::date AS starts_on,
         coalesce(answers #>> '{answers,forsta_ansvarig}', '') AS responsible
    FROM profile_parts
   WHERE part = 'plan' AND answers #>> '{answers,forsta_aktivitet}' <> '' AND answers #>> '{answers,forsta_start}' <> '';
UPDATE plan_activities a SET is_first = true, title = s.what, responsible = coalesce(nullif(s.responsible, ''), a.responsible)
  FROM said_first s
 WHERE a.id = (SELECT b.id FROM plan_activities b
                WHERE b.association_id = s.association_id AND b.participant_id = s.participant_id
                  AND b.starts_on = s.starts_on AND lower(b.title) = lower(s.what) AND b.status <> 'cancelled'
                ORDER BY b.created_at, b.id LIMIT 1);
INSERT INTO plan_activities (association_id, participant_id, kind, title, responsible, starts_on, is_first)
  SELECT s.association_id, s.participant_id, 'annat', s.what, s.responsible, s.starts_on, true FROM said_first s
   WHERE NOT EXISTS (SELECT FROM plan_activities a WHERE a.association_id = s.association_id
                        AND a.participant_id = s.participant_id AND a.is_first);
UPDATE profile_parts k
   SET answers = jsonb_set(answers, '{answers}',
                           (answers -> 'answers') - 'forsta_aktivitet' - 'forsta_start' - 'forsta_ansvarig')
  FROM said_first s
 WHERE k.association_id = s.association_id AND k.participant_id = s.participant_id AND k.part = 'plan';
ALTER TABLE profile_parts FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_activities FORCE ROW LEVEL SECURITY;
