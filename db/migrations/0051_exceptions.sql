-- Avvikelser: what the start pages show because it asks for somebody. Nothing of it is stored but what cannot be read from
-- the things themselves in a moment: that somebody put it off, absences that give reason to ask, and how many would fit a
-- slot that is free. docs/decisions/016.

-- "Visa igen": put off until a day, with a reason. `matter` is what it was about then (the due day, the last day, …): when
-- that changes, the row is back. `whose`: a coach's own, or '' for all coordinators of the association.
CREATE TABLE snoozes (
  association_id integer NOT NULL REFERENCES associations,
  whose text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  matter text NOT NULL,
  until date NOT NULL,
  reason text NOT NULL,
  by_user text,
  by_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, whose, kind, subject)
);

-- That a coach was reminded of a follow-up: the latest time.
CREATE TABLE followup_reminders (
  followup_id uuid PRIMARY KEY REFERENCES followups ON DELETE CASCADE,
  association_id integer NOT NULL REFERENCES associations,
  by_name text NOT NULL,
  reminded_at timestamptz NOT NULL DEFAULT now()
);

-- Alerts follow from the days (app/domain/followups/alerts.ts) and are written with them: a start page reads these few rows
-- instead of all days of everybody. Anew for everybody each night.
CREATE TABLE attendance_alerts (
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('unreported', 'under_half', 'sick_long')),
  since date NOT NULL,
  last_day date NOT NULL,
  -- The Alert itself.
  alert jsonb NOT NULL,
  PRIMARY KEY (agreement_id, kind, since),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
CREATE INDEX attendance_alerts_of_association ON attendance_alerts (association_id, last_day);

-- Slots that are free now, since when, and how many who wait would fit; `hinder`: what stands in the way of most, when it is
-- one thing. A number, nobody's name or code. Written by refresh_slot_fits.
CREATE TABLE slot_fits (
  association_id integer NOT NULL REFERENCES associations,
  placement_id integer NOT NULL REFERENCES placements ON DELETE CASCADE,
  free_since date NOT NULL,
  fits integer NOT NULL CHECK (fits >= 0),
  hinder text,
  looked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, placement_id)
);

ALTER TABLE snoozes ENABLE ROW LEVEL SECURITY;
ALTER TABLE snoozes FORCE ROW LEVEL SECURITY;
ALTER TABLE followup_reminders ENABLE ROW LEVEL SECURITY;
ALTER TABLE followup_reminders FORCE ROW LEVEL SECURITY;
ALTER TABLE attendance_alerts ENABLE ROW LEVEL SECURITY;
ALTER TABLE attendance_alerts FORCE ROW LEVEL SECURITY;
ALTER TABLE slot_fits ENABLE ROW LEVEL SECURITY;
ALTER TABLE slot_fits FORCE ROW LEVEL SECURITY;

-- Coordinators together, a coach the own ones.
CREATE POLICY staff_of_association ON snoozes
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association())
    AND whose = (SELECT CASE app_role() WHEN 'coordinator' THEN '' ELSE app_user() END));
CREATE POLICY product_itself ON snoozes USING ((SELECT app_role()) = 'system');
CREATE POLICY staff_of_association ON followup_reminders
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON followup_reminders USING ((SELECT app_role()) = 'system');
CREATE POLICY staff_of_association ON attendance_alerts
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON attendance_alerts USING ((SELECT app_role()) = 'system');
CREATE POLICY staff_of_association ON slot_fits
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON slot_fits USING ((SELECT app_role()) = 'system');

-- Whoever writes days leaves the alerts that follow from them, and need not be able to read them.
CREATE FUNCTION keep_attendance_alerts(agreement uuid, found jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  asking text := coalesce(app_role(), '');
  association integer := (SELECT association_id FROM agreements WHERE id = agreement);
BEGIN
  IF association IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  DELETE FROM attendance_alerts WHERE agreement_id = agreement;
  INSERT INTO attendance_alerts (association_id, agreement_id, kind, since, last_day, alert)
  SELECT association, agreement, f.kind, f.since, f.last_day, f.alert
    FROM jsonb_to_recordset($2) AS f (kind text, since date, last_day date, alert jsonb);
  PERFORM set_config('app.role', asking, true);
END $$;

-- History costs nothing: what is over is in none of these. What else the start pages look for has such indexes already.
CREATE INDEX proposals_open ON proposals (association_id, placement_id)
  WHERE status NOT IN ('participant_no', 'employer_no', 'agreed', 'withdrawn', 'expired');
CREATE INDEX proposals_stopped ON proposals (association_id, updated_at)
  WHERE status = 'withdrawn' AND reason_code = 'consent_withdrawn';
CREATE INDEX participants_enrolled ON participants (association_id, (coalesce(closed_on, 'infinity')));
