-- An employer that a coordinator has just met is known by its name and its place: the number is filled in later. Two
-- records of one employer may then stand beside each other until somebody merges them, also those without a number.
ALTER TABLE employers ALTER COLUMN organisation_number DROP NOT NULL;
ALTER TABLE employer_aliases ALTER COLUMN organisation_number DROP NOT NULL;

-- A note in the contact log can be corrected or struck by who wrote it and by who holds the relation. What was struck
-- stays, as struck. 'mistake': there was no such contact, so it counts nowhere; 'wrong_note': there was one, but not so.
ALTER TABLE employer_contacts
  ADD COLUMN corrected_at timestamptz,
  ADD COLUMN corrected_by text,
  ADD COLUMN struck_at timestamptz,
  ADD COLUMN struck_by text,
  ADD COLUMN struck_as text CHECK (struck_as IN ('mistake', 'wrong_note')),
  ADD CHECK ((corrected_at IS NULL) = (corrected_by IS NULL)),
  ADD CHECK ((struck_at IS NULL) = (struck_by IS NULL) AND (struck_at IS NULL) = (struck_as IS NULL));

-- As before (0022), without contacts that never took place.
CREATE OR REPLACE FUNCTION own_contact_dates(most integer)
RETURNS TABLE (happened_on date, channel text, user_name text, association text)
LANGUAGE sql STABLE SET app.role = 'contact_dates' AS $$
  SELECT c.happened_on, c.channel, c.user_name, a.name
    FROM employer_contacts c JOIN associations a ON a.id = c.association_id
   WHERE c.employer_id = app_employer() AND c.struck_as IS DISTINCT FROM 'mistake'
   ORDER BY c.happened_on DESC, c.id DESC LIMIT most
$$;

-- What the employer answered with "do not know yet" when it wrote a listing itself: what stands in these columns is typical
-- of such tasks, and a review asks for it. An offer without account keeps its own answers.
ALTER TABLE placements ADD COLUMN unknown_levels text[] NOT NULL DEFAULT '{}';
