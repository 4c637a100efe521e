-- Närvaro: hours or an absence per day of an agreement, who wrote it, and the links with which a supervisor writes a week
-- without an account. domain.md "Attendance".

-- How long somebody may be sick before a certificate is wanted lies with the agency.
ALTER TABLE commissioning_agencies
  ADD COLUMN certificate_days integer NOT NULL DEFAULT 7 CHECK (certificate_days BETWEEN 1 AND 90);

CREATE TABLE attendance_entries (
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  day date NOT NULL,
  -- Either hours, in quarters, or why not.
  hours numeric(4, 2) CHECK (hours BETWEEN 0 AND 24 AND hours * 4 = trunc(hours * 4)),
  absence text CHECK (absence IN ('sjuk', 'anmald_franvaro', 'oanmald_franvaro', 'ledig')),
  -- A participant is named by code: a name can be protected afterwards.
  entered_role text NOT NULL CHECK (entered_role IN ('participant', 'employer', 'coordinator', 'coach')),
  entered_name text NOT NULL,
  entered_user text,
  way text NOT NULL CHECK (way IN ('signed_in', 'link')),
  entered_at timestamptz NOT NULL DEFAULT now(),
  -- Counts what has been written of this day: who writes says which one was read.
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (agreement_id, day),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  CHECK ((hours IS NULL) <> (absence IS NULL))
);
CREATE INDEX attendance_entries_of_association ON attendance_entries (association_id, day);

-- Everything that has been written, also what was changed afterwards. Nothing here is changed or taken away.
CREATE TABLE attendance_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  day date NOT NULL,
  version integer NOT NULL,
  hours numeric(4, 2),
  absence text,
  entered_role text NOT NULL,
  entered_name text NOT NULL,
  way text NOT NULL,
  entered_at timestamptz NOT NULL,
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
CREATE INDEX attendance_history_of_agreement ON attendance_history (agreement_id, day, version);

CREATE FUNCTION attendance_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO attendance_history (association_id, agreement_id, day, version, hours, absence, entered_role, entered_name,
                                  way, entered_at)
  VALUES (NEW.association_id, NEW.agreement_id, NEW.day, NEW.version, NEW.hours, NEW.absence, NEW.entered_role,
          NEW.entered_name, NEW.way, NEW.entered_at);
  RETURN NULL;
END $$;
CREATE TRIGGER attendance_is_kept AFTER INSERT OR UPDATE ON attendance_entries
  FOR EACH ROW EXECUTE FUNCTION attendance_is_kept();

-- An alert itself follows from the days and is never stored; that somebody took care of it is.
CREATE TABLE attendance_alerts_handled (
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('unreported', 'under_half', 'sick_long')),
  -- The Monday of the week, or the first sick day.
  since date NOT NULL,
  note text NOT NULL DEFAULT '',
  handled_by_name text NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (agreement_id, kind, since),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);

-- A link that was sent to a supervisor: one week, and the people of these agreements. Only SHA-256 of its secrets is kept.
CREATE TABLE attendance_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  employer_id integer NOT NULL REFERENCES employers ON DELETE CASCADE,
  -- Its Monday.
  week date NOT NULL CHECK (extract(isodow FROM week) = 1),
  agreement_ids uuid[] NOT NULL CHECK (cardinality(agreement_ids) > 0),
  supervisor_name text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('mail', 'sms')),
  address text NOT NULL,
  -- More than one when the job ran twice: each message that was sent works.
  token_hashes text[] NOT NULL DEFAULT '{}',
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  expires_at timestamptz NOT NULL
);
CREATE INDEX attendance_links_by_secret ON attendance_links USING gin (token_hashes);
CREATE INDEX attendance_links_of_week ON attendance_links (association_id, week, employer_id, address);

ALTER TABLE attendance_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_entries FORCE ROW LEVEL SECURITY;
ALTER TABLE attendance_history ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_history FORCE ROW LEVEL SECURITY;
ALTER TABLE attendance_alerts_handled ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_alerts_handled FORCE ROW LEVEL SECURITY;
ALTER TABLE attendance_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_links FORCE ROW LEVEL SECURITY;

-- Coordinator and coach: all of the association. Participant and employer: the agreements that they reach, in their own
-- name. A case worker reads no day: only the hours of each week (attendance_by_week).
CREATE POLICY staff_of_association ON attendance_entries
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY of_own_agreement ON attendance_entries FOR SELECT
  USING ((SELECT app_role()) IN ('participant', 'employer') AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY own_entry ON attendance_entries FOR INSERT
  WITH CHECK ((SELECT app_role()) IN ('participant', 'employer') AND entered_role = (SELECT app_role())
    AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY own_change ON attendance_entries FOR UPDATE
  USING ((SELECT app_role()) IN ('participant', 'employer') AND agreement_id IN (SELECT id FROM agreements))
  WITH CHECK (entered_role = (SELECT app_role()) AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON attendance_entries USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON attendance_history FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY staff_write ON attendance_history FOR INSERT
  WITH CHECK ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY own_entry ON attendance_history FOR INSERT
  WITH CHECK ((SELECT app_role()) IN ('participant', 'employer') AND entered_role = (SELECT app_role())
    AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON attendance_history FOR INSERT WITH CHECK ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON attendance_alerts_handled
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));

CREATE POLICY staff_of_association ON attendance_links
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON attendance_links USING ((SELECT app_role()) = 'system');

-- The hours of each week and how many days are written, to whoever reaches the agreement: never a day, never why not.
CREATE FUNCTION attendance_by_week(agreement uuid)
RETURNS TABLE (week date, hours numeric, days integer) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := coalesce(app_role(), '');
BEGIN
  IF NOT EXISTS (SELECT FROM agreements WHERE id = agreement) THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    SELECT date_trunc('week', e.day)::date, sum(coalesce(e.hours, 0)), count(*)::integer
      FROM attendance_entries e WHERE e.agreement_id = agreement GROUP BY 1 ORDER BY 1;
  PERFORM set_config('app.role', asking, true);
END $$;

-- A supervisor's link shows the name that the employer was told, and no other.
CREATE POLICY product_itself ON disclosures FOR SELECT USING ((SELECT app_role()) = 'system');
