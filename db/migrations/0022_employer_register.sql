-- The employer register of all coordinators: who holds the relation, what was said, what was agreed to do next, which
-- employers help each other, and what staff have entered on an employer's behalf. Nothing here names a participant.

-- So many contacts in 30 days, by all agencies together, are enough. domain.md "Vocabulary": kontaktägare, ackvirering.
ALTER TABLE associations ADD COLUMN contact_limit integer NOT NULL DEFAULT 3 CHECK (contact_limit BETWEEN 1 AND 50);

CREATE INDEX employers_by_name ON employers (lower(name), id);
CREATE INDEX employers_of_owner ON employers (contact_owner_user) WHERE contact_owner_user IS NOT NULL;
CREATE INDEX employers_ask_again ON employers (ask_again_on) WHERE ask_again_on IS NOT NULL;
CREATE INDEX workplaces_by_municipality ON workplaces (municipality_code, employer_id);

ALTER TABLE employer_contacts
  ADD COLUMN with_whom text NOT NULL DEFAULT '',
  ADD COLUMN next_step text NOT NULL DEFAULT '',
  ADD COLUMN next_step_on date,
  -- Whose the next step is: who logged it, and after a hand-over the new contact owner.
  ADD COLUMN next_step_user text,
  ADD COLUMN next_step_done_at timestamptz,
  ADD COLUMN next_step_done_by text,
  -- The form's own number: a form sent twice is one contact.
  ADD COLUMN form_key uuid UNIQUE,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD CHECK ((next_step_on IS NULL) = (next_step_user IS NULL)),
  ADD CHECK (next_step = '' OR next_step_on IS NOT NULL);
CREATE INDEX employer_contacts_next_step ON employer_contacts (next_step_user, next_step_on)
  WHERE next_step_on IS NOT NULL AND next_step_done_at IS NULL;
CREATE INDEX employer_contacts_by_association ON employer_contacts (association_id, happened_on);

-- How a relation went from one coordinator to the next, and the question that waits for an answer.
CREATE TABLE contact_owner_changes (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_id integer NOT NULL REFERENCES employers,
  -- proposed: the other one answers. taken_over: the holder was away. claimed: nobody held it. released: given up.
  how text NOT NULL CHECK (how IN ('proposed', 'taken_over', 'claimed', 'released')),
  status text NOT NULL CHECK (status IN ('open', 'done', 'declined', 'withdrawn')),
  from_user text,
  from_name text,
  to_user text,
  to_name text,
  by_user text NOT NULL,
  by_name text NOT NULL,
  reason text NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  answered_at timestamptz,
  -- When the one it was done to (asked, or taken over from) has seen it.
  seen_at timestamptz,
  CHECK ((how = 'released') = (to_user IS NULL)),
  CHECK (how = 'proposed' OR status = 'done')
);
CREATE INDEX contact_owner_changes_of_employer ON contact_owner_changes (employer_id, id DESC);
CREATE UNIQUE INDEX contact_owner_changes_one_open ON contact_owner_changes (employer_id) WHERE status = 'open';
CREATE INDEX contact_owner_changes_to ON contact_owner_changes (to_user) WHERE status = 'open';
CREATE INDEX contact_owner_changes_unseen ON contact_owner_changes (from_user) WHERE how = 'taken_over' AND seen_at IS NULL;

-- What staff have written on an employer's behalf: the employer reads it too.
CREATE TABLE employer_entries (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  employer_id integer NOT NULL REFERENCES employers,
  association_id integer NOT NULL REFERENCES associations,
  user_id text,
  user_name text NOT NULL,
  what text NOT NULL CHECK (what IN ('employer', 'appetite', 'workplace', 'person', 'placement', 'ring', 'merge')),
  done text NOT NULL CHECK (done IN ('added', 'changed', 'removed')),
  -- The name of the workplace, the person, the placement.
  subject text NOT NULL DEFAULT '',
  happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX employer_entries_of_employer ON employer_entries (employer_id, id DESC);

-- Employers who lend each other places.
CREATE TABLE employer_rings (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  about text NOT NULL DEFAULT '',
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE employer_ring_members (
  ring_id integer NOT NULL REFERENCES employer_rings ON DELETE CASCADE,
  employer_id integer NOT NULL REFERENCES employers,
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ring_id, employer_id)
);
CREATE INDEX employer_ring_members_of_employer ON employer_ring_members (employer_id);

-- Two records of one employer became one: which, who decided, what each said before, what moved.
CREATE TABLE employer_merges (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kept_id integer NOT NULL REFERENCES employers,
  gone_id integer NOT NULL UNIQUE,
  association_id integer NOT NULL REFERENCES associations,
  user_id text NOT NULL,
  user_name text NOT NULL,
  -- Both records as they were, with their workplaces; what was chosen; how many rows of each kind moved.
  before jsonb NOT NULL,
  choices jsonb NOT NULL,
  moved jsonb NOT NULL,
  happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX employer_merges_of_employer ON employer_merges (kept_id);

-- Where a record that is gone is found now: old addresses, old files and a participant's old "not there" still hold.
CREATE TABLE employer_aliases (
  gone_id integer PRIMARY KEY,
  organisation_number text NOT NULL UNIQUE,
  employer_id integer NOT NULL REFERENCES employers
);
CREATE INDEX employer_aliases_of_employer ON employer_aliases (employer_id);
CREATE TABLE workplace_aliases (
  gone_id integer PRIMARY KEY,
  workplace_id integer NOT NULL REFERENCES workplaces
);
CREATE INDEX workplace_aliases_of_workplace ON workplace_aliases (workplace_id);

-- The ids as they are today: those that were merged away are followed by the record that took them in.
CREATE FUNCTION current_employers(ids integer[]) RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT coalesce(a.employer_id, wanted.id)), '{}')
    FROM unnest(ids) AS wanted (id) LEFT JOIN employer_aliases a ON a.gone_id = wanted.id
$$;
CREATE FUNCTION current_workplaces(ids integer[]) RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT coalesce(a.workplace_id, wanted.id)), '{}')
    FROM unnest(ids) AS wanted (id) LEFT JOIN workplace_aliases a ON a.gone_id = wanted.id
$$;

-- A workplace that moves to another record of its employer takes its placements along.
CREATE OR REPLACE FUNCTION workplace_after_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE placements SET employer_id = NEW.employer_id, employer_name = employer_name WHERE workplace_id = NEW.id;
  RETURN NULL;
END $$;

ALTER TABLE contact_owner_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_owner_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON contact_owner_changes USING ((SELECT is_staff()));

ALTER TABLE employer_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE employer_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON employer_entries USING ((SELECT is_staff()));
CREATE POLICY own_employer ON employer_entries FOR SELECT
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer()));

ALTER TABLE employer_merges ENABLE ROW LEVEL SECURITY;
ALTER TABLE employer_merges FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON employer_merges USING ((SELECT is_staff()));

-- A merge moves rows of every association at once, those that the coordinator may not read too: for as long as it
-- lasts, the transaction's role is 'merge' (db/queries/employer-merge.server.ts), which reaches just these.
CREATE POLICY merging ON proposals FOR SELECT USING ((SELECT app_role()) = 'merge');
CREATE POLICY merging_moves ON proposals FOR UPDATE USING ((SELECT app_role()) = 'merge');
CREATE POLICY merging ON disclosures FOR SELECT USING ((SELECT app_role()) = 'merge');
CREATE POLICY merging_moves ON disclosures FOR UPDATE USING ((SELECT app_role()) = 'merge');
CREATE POLICY merging ON memberships USING ((SELECT app_role()) = 'merge' AND role = 'employer');
CREATE POLICY merging ON auth_sessions FOR SELECT
  USING ((SELECT app_role()) = 'merge' AND membership_id IN (SELECT id FROM memberships WHERE role = 'employer'));
CREATE POLICY merging_moves ON auth_sessions FOR UPDATE
  USING ((SELECT app_role()) = 'merge' AND membership_id IN (SELECT id FROM memberships WHERE role = 'employer'));
CREATE POLICY merging ON contact_persons USING ((SELECT app_role()) = 'merge');
CREATE POLICY merging ON employer_contacts USING ((SELECT app_role()) = 'merge');
CREATE POLICY merging ON contact_owner_changes USING ((SELECT app_role()) = 'merge');
CREATE POLICY merging ON employer_entries USING ((SELECT app_role()) = 'merge');
CREATE POLICY merging ON employer_merges USING ((SELECT app_role()) = 'merge');

-- Functions that set the role which their own statement needs, and give it back (as session_holder in 0005).

-- Coordinators of every association: colleagues to hand a relation over to. Names and associations, nothing more.
CREATE FUNCTION coordinators_everywhere() RETURNS TABLE (user_id text, name text, association text)
LANGUAGE sql STABLE SET app.role = 'identity' AS $$
  SELECT u.id, u.name, min(a.name)
    FROM memberships m JOIN auth_users u ON u.id = m.user_id JOIN associations a ON a.id = m.association_id
   WHERE m.role = 'coordinator' GROUP BY u.id, u.name ORDER BY 3, 2
$$;

-- When staff were in touch with the employer who asks: day, way and who, never what was noted.
CREATE POLICY own_dates ON employer_contacts FOR SELECT USING ((SELECT app_role()) = 'contact_dates');
CREATE FUNCTION own_contact_dates(most integer)
RETURNS TABLE (happened_on date, channel text, user_name text, association text)
LANGUAGE sql STABLE SET app.role = 'contact_dates' AS $$
  SELECT c.happened_on, c.channel, c.user_name, a.name
    FROM employer_contacts c JOIN associations a ON a.id = c.association_id
   WHERE c.employer_id = app_employer() ORDER BY c.happened_on DESC, c.id DESC LIMIT most
$$;

-- Placements at an employer that associations other than one's own have agreed on: sums, never a person.
CREATE FUNCTION hosted_elsewhere(host integer) RETURNS TABLE (stays integer, weeks integer, ended integer, led_on integer)
LANGUAGE sql STABLE SET app.role = 'system' AS $$
  SELECT count(*)::integer, coalesce(sum(l.weeks_min), 0)::integer,
         count(*) FILTER (WHERE p.closed_on IS NOT NULL)::integer,
         count(*) FILTER (WHERE p.closed_on IS NOT NULL AND p.outcome IN ('arbete', 'utbildning'))::integer
    FROM proposals o
    JOIN placements l ON l.id = o.placement_id
    JOIN participants p ON p.id = o.participant_id
   WHERE o.employer_id = host AND o.status = 'agreed' AND o.association_id IS DISTINCT FROM app_association()
$$;

-- A work profile as matching shall read it: whoever did not want to be at an employer or a workplace does not want to be
-- at the record that took it in either.
CREATE FUNCTION follow_merges(profile jsonb) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN coalesce(profile->'excludedEmployerIds', '[]') = '[]' AND coalesce(profile->'excludedWorkplaceIds', '[]') = '[]'
      THEN profile
    ELSE profile || jsonb_build_object(
      'excludedEmployerIds', to_jsonb(current_employers(ARRAY(
        SELECT jsonb_array_elements_text(coalesce(profile->'excludedEmployerIds', '[]'))::integer))),
      'excludedWorkplaceIds', to_jsonb(current_workplaces(ARRAY(
        SELECT jsonb_array_elements_text(coalesce(profile->'excludedWorkplaceIds', '[]'))::integer))))
  END
$$;
