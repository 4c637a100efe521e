-- After the end: what the employer says went well and wants to change, and what came of it, without anybody's identity.

CREATE TABLE employer_lessons (
  association_id integer NOT NULL,
  agreement_id uuid PRIMARY KEY,
  went_well text NOT NULL DEFAULT '',
  to_change text NOT NULL DEFAULT '',
  by_name text NOT NULL,
  way text NOT NULL CHECK (way IN ('signed_in', 'link')),
  written_at timestamptz NOT NULL DEFAULT now(),
  -- Which of the proposed changes of the listing were taken, as keys (domain/organisations/listing-lessons.ts).
  accepted text[] NOT NULL DEFAULT '{}',
  accepted_at timestamptz,
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  CHECK ((cardinality(accepted) > 0) = (accepted_at IS NOT NULL))
);
CREATE INDEX employer_lessons_of_association ON employer_lessons (association_id, agreement_id);

ALTER TABLE employer_lessons ENABLE ROW LEVEL SECURITY;
ALTER TABLE employer_lessons FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_of_association ON employer_lessons FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY own_employer ON employer_lessons
  USING ((SELECT app_role()) = 'employer' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON employer_lessons USING ((SELECT app_role()) = 'system');

-- Of all agreements at one employer that have ended and have a record: how many, how many went on to work or education; and
-- what came of this one, when the participant says that the employer may know. The page decides what can be told of numbers
-- (domain/reports/small-numbers.ts). To whoever reaches the agreement.
CREATE FUNCTION what_came_of_it(agreement uuid)
RETURNS TABLE (ended integer, went_on integer, told text) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := coalesce(app_role(), '');
BEGIN
  IF NOT EXISTS (SELECT FROM agreements WHERE id = agreement) THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    SELECT count(*)::integer, (count(*) FILTER (WHERE c.outcome IN ('arbete', 'utbildning')))::integer,
           max(c.outcome) FILTER (WHERE c.agreement_id = agreement AND c.employer_may_know)
      FROM agreements g JOIN agreement_closings c ON c.agreement_id = g.id
     WHERE g.employer_id = (SELECT x.employer_id FROM agreements x WHERE x.id = agreement);
  PERFORM set_config('app.role', asking, true);
END $$;
