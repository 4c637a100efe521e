-- The people of an employer and what each of them may do; who stands in while somebody is away; links that confirm a
-- listing without signing in. Nothing here names a participant.

ALTER TABLE contact_persons
  -- administrator: everything. contact: proposals and placements of the workplace (of all when it is NULL).
  -- supervisor: what they supervise. NULL: never narrowed (see employer_posts).
  ADD COLUMN duty text CHECK (duty IN ('administrator', 'contact', 'supervisor')),
  -- The invitation that waits to be accepted: SHA-256 of what the mailed link carries.
  ADD COLUMN invitation_hash text UNIQUE,
  ADD COLUMN invited_at timestamptz,
  ADD COLUMN invitation_expires_at timestamptz,
  -- While away, somebody else at the employer gets the proposals and the mails. Days included at both ends.
  ADD COLUMN away_from date,
  ADD COLUMN away_until date,
  ADD COLUMN delegate_id integer REFERENCES contact_persons ON DELETE SET NULL,
  ADD CHECK ((away_from IS NULL) = (away_until IS NULL)),
  ADD CHECK (away_from <= away_until),
  ADD CHECK (delegate_id <> id);
CREATE INDEX contact_persons_of_user ON contact_persons (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX contact_persons_delegate ON contact_persons (delegate_id) WHERE delegate_id IS NOT NULL;
CREATE INDEX contact_persons_of_workplace ON contact_persons (workplace_id);

CREATE TABLE placement_supervisors (
  placement_id integer NOT NULL REFERENCES placements,
  person_id integer NOT NULL REFERENCES contact_persons ON DELETE CASCADE,
  PRIMARY KEY (placement_id, person_id)
);
CREATE INDEX placement_supervisors_of_person ON placement_supervisors (person_id);
ALTER TABLE placement_supervisors ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement_supervisors FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON placement_supervisors USING ((SELECT is_staff()) OR (SELECT app_role()) = 'system');
-- Through contact_persons, whose own policies say which people of which employer.
CREATE POLICY own_employer ON placement_supervisors
  USING ((SELECT app_role()) = 'employer' AND person_id IN (SELECT id FROM contact_persons));
CREATE POLICY merging ON placement_supervisors USING ((SELECT app_role()) = 'merge');

-- A membership that came with a narrower right: without a person's row it reaches nothing at all.
ALTER TABLE memberships ADD COLUMN narrowed boolean NOT NULL DEFAULT false,
  ADD CHECK (role = 'employer' OR NOT narrowed);

-- What whoever asks holds at the employer today: own posts, and those of people who are away. An account that was never
-- given a narrower right has all of it.
CREATE FUNCTION employer_posts()
RETURNS TABLE (person_id integer, duty text, workplace_id integer, stands_in_for text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH own AS (
    SELECT * FROM contact_persons WHERE employer_id = app_employer() AND user_id = app_user())
  SELECT o.id, coalesce(o.duty, 'administrator'), o.workplace_id, NULL::text FROM own o
  UNION ALL
  SELECT NULL, 'administrator', NULL, NULL
   WHERE app_role() = 'employer' AND NOT EXISTS (SELECT FROM own)
     AND EXISTS (SELECT FROM memberships
                  WHERE user_id = app_user() AND employer_id = app_employer() AND NOT narrowed)
  UNION ALL
  SELECT a.id, coalesce(a.duty, CASE WHEN a.user_id IS NULL THEN 'contact' ELSE 'administrator' END), a.workplace_id, a.name
    FROM contact_persons a JOIN own o ON o.id = a.delegate_id
   WHERE a.employer_id = app_employer()
     AND (now() AT TIME ZONE 'Europe/Stockholm')::date BETWEEN a.away_from AND a.away_until
$$;

-- The placements that those posts reach, as a question about one placement.
CREATE FUNCTION employer_reaches(placement integer) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (
    SELECT FROM placements p, employer_posts() AS post
     WHERE p.id = placement AND p.employer_id = app_employer()
       AND (post.duty = 'administrator'
         OR post.duty = 'contact' AND (post.workplace_id IS NULL OR post.workplace_id = p.workplace_id)
         OR post.duty = 'supervisor' AND EXISTS (
              SELECT FROM placement_supervisors s WHERE s.placement_id = p.id AND s.person_id = post.person_id)))
$$;

-- An employer's people meet the proposals of the placements that are theirs, not the whole employer's.
DROP POLICY presented_to_employer ON proposals;
CREATE POLICY presented_to_employer ON proposals
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer()) AND anonymous_card IS NOT NULL
    AND employer_reaches(placement_id));
DROP POLICY told_employer ON disclosures;
CREATE POLICY told_employer ON disclosures FOR SELECT
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer())
    AND proposal_id IN (SELECT id FROM proposals));

-- What the places of the employer who asks led to, a year at a time: sums, never a person, also of what has ended.
CREATE FUNCTION own_outcomes()
RETURNS TABLE (year integer, asked integer, welcomed integer, visits integer, agreed integer)
LANGUAGE sql STABLE SET app.role = 'system' AS $$
  SELECT extract(year FROM created_at AT TIME ZONE 'Europe/Stockholm')::integer,
         count(*)::integer,
         count(*) FILTER (WHERE status IN ('employer_yes', 'employer_maybe_meet', 'visit_booked', 'agreed'))::integer,
         count(*) FILTER (WHERE visit_at IS NOT NULL)::integer,
         count(*) FILTER (WHERE status = 'agreed')::integer
    FROM proposals WHERE employer_id = app_employer() AND anonymous_card IS NOT NULL
   GROUP BY 1 ORDER BY 1 DESC
$$;

-- Which listings were asked about, once for each time that they grew old.
CREATE TABLE listing_reminders (
  placement_id integer NOT NULL REFERENCES placements,
  -- The confirmation that had grown old.
  confirmed_on date NOT NULL,
  reminded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (placement_id, confirmed_on)
);
-- What opens such a listing from a mail: only the SHA-256 of the secret is kept.
CREATE TABLE listing_links (
  token_hash text PRIMARY KEY,
  placement_id integer NOT NULL REFERENCES placements,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX listing_links_of_placement ON listing_links (placement_id);
ALTER TABLE listing_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE listing_links FORCE ROW LEVEL SECURITY;
CREATE POLICY product_itself ON listing_links USING ((SELECT app_role()) = 'system');
