-- Överenskommelser: the text in versions, who has signed which of them, and what happened. domain.md "Agreement".

CREATE TABLE agreements (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL,
  -- "2026-0142": what people read; verified together with a hash, so it need not be unique in the country.
  number text NOT NULL,
  employer_id integer NOT NULL REFERENCES employers,
  placement_id integer NOT NULL REFERENCES placements,
  proposal_id uuid UNIQUE REFERENCES proposals ON DELETE SET NULL,
  agency_id integer REFERENCES commissioning_agencies,
  status text NOT NULL DEFAULT 'draft'
    CHECK (status IN ('draft', 'out_for_signature', 'in_force', 'closed', 'ended_early', 'cancelled')),
  -- True while this agreement counts in placements.claimed. It takes over the slot that its proposal held.
  holds_slot boolean NOT NULL DEFAULT false,
  -- The period of the text that counts: of the version in force, before that of the one on its way.
  starts_on date,
  ends_on date,
  ended_on date,
  -- How people are reached: beside the signed text (app/domain/agreements/contacts.ts).
  contacts jsonb NOT NULL,
  reason_code text,
  initiative text CHECK (initiative IN ('participant', 'employer', 'coordinator', 'agency', 'together')),
  -- From then on the parties can see it, also while it is called back to be changed.
  first_sent_at timestamptz,
  -- The form's own number: drawn up once, however often it was sent.
  form_key uuid,
  created_by_user text,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE,
  UNIQUE (association_id, number),
  UNIQUE (association_id, form_key),
  UNIQUE (association_id, id),
  CHECK (status <> 'in_force' OR (starts_on IS NOT NULL AND ends_on IS NOT NULL)),
  CHECK (NOT holds_slot OR status IN ('draft', 'out_for_signature', 'in_force'))
);
CREATE INDEX agreements_of_association ON agreements (association_id, status, ends_on);
CREATE INDEX agreements_of_participant ON agreements (participant_id, status);
CREATE INDEX agreements_of_employer ON agreements (employer_id, status);
CREATE INDEX agreements_holding_slots ON agreements (placement_id) WHERE holds_slot;
CREATE INDEX agreements_by_end ON agreements (ends_on) WHERE status = 'in_force';

CREATE TABLE agreement_versions (
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  -- 0: the agreement itself; 1, 2, …: its amendments.
  amendment integer NOT NULL CHECK (amendment >= 0),
  status text NOT NULL CHECK (status IN ('draft', 'out_for_signature', 'agreed', 'withdrawn', 'dropped')),
  -- An AgreementDraft while a draft, otherwise AgreementContent (app/domain/agreements/content.ts).
  content jsonb NOT NULL,
  -- SHA-256, in hex, of the canonical form (RFC 8785) of the content. From then on the text never changes.
  hash text CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- The fields that an amendment changes; NULL for the agreement itself.
  changed text[],
  -- The coordinator's own change of what needs no signature: it counts at once, and everybody can read it.
  unsigned boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  agreed_at timestamptz,
  PRIMARY KEY (agreement_id, number),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  CHECK ((hash IS NULL) = (status IN ('draft', 'dropped'))),
  CHECK (status <> 'agreed' OR agreed_at IS NOT NULL)
);
CREATE UNIQUE INDEX agreement_versions_one_open ON agreement_versions (agreement_id)
  WHERE status IN ('draft', 'out_for_signature');
CREATE INDEX agreement_versions_by_hash ON agreement_versions (hash) WHERE hash IS NOT NULL;

-- What has been sent to be signed is never another text.
CREATE FUNCTION a_sent_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.hash IS NOT NULL AND (NEW.content IS DISTINCT FROM OLD.content OR NEW.hash IS DISTINCT FROM OLD.hash) THEN
    RAISE EXCEPTION 'a text that was sent to be signed does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_sent_text_stays BEFORE UPDATE ON agreement_versions
  FOR EACH ROW EXECUTE FUNCTION a_sent_text_stays();

CREATE TABLE agreement_signatures (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  slot text NOT NULL CHECK (slot IN ('participant', 'employer_1', 'employer_2', 'coordinator', 'agency')),
  signed_by_user text,
  -- A participant is named by code: a name can be protected afterwards.
  signed_by_name text NOT NULL,
  way text NOT NULL CHECK (way IN ('signed_in', 'link', 'proxy', 'paper')),
  -- How strong the session was: account (signed in with password or mailed link), later second_factor, e_id, mailed_link, sms_link.
  session_strength text,
  -- By proxy or on paper: why, who wrote it down, and a note. Never silently for someone.
  proxy_reason text CHECK (proxy_reason IN ('no_eid', 'reserved_from_digital', 'signed_on_paper')),
  recorded_by_user text,
  recorded_by_name text,
  note text NOT NULL DEFAULT '',
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz NOT NULL DEFAULT now(),
  voided_at timestamptz,
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  FOREIGN KEY (agreement_id, version) REFERENCES agreement_versions (agreement_id, number) ON DELETE CASCADE,
  CHECK ((way IN ('proxy', 'paper')) = (proxy_reason IS NOT NULL)),
  CHECK ((way IN ('proxy', 'paper')) = (recorded_by_name IS NOT NULL))
);
-- One signature a place. A signature that was voided stays in the history.
CREATE UNIQUE INDEX agreement_signatures_one_a_place ON agreement_signatures (agreement_id, version, slot)
  WHERE voided_at IS NULL;

CREATE TABLE agreement_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  -- A step of the table of transitions, or created, saved, signed, contacts.
  what text NOT NULL,
  by_role text NOT NULL,
  by_name text NOT NULL,
  reason_code text,
  initiative text,
  note text NOT NULL DEFAULT '',
  happened_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
CREATE INDEX agreement_events_of_agreement ON agreement_events (agreement_id, id);

ALTER TABLE agreements ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreements FORCE ROW LEVEL SECURITY;
ALTER TABLE agreement_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_versions FORCE ROW LEVEL SECURITY;
ALTER TABLE agreement_signatures ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_signatures FORCE ROW LEVEL SECURITY;
ALTER TABLE agreement_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_events FORCE ROW LEVEL SECURITY;

-- Coordinator and coach: all of the association. The parties: their own, from the day it went out, never a draft. The
-- employer's people as far as their posts reach, until 12 weeks after the end; the case worker's agency commissioned it.
CREATE POLICY staff_of_association ON agreements
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON agreements
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant())
    AND first_sent_at IS NOT NULL);
CREATE POLICY own_employer ON agreements
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer()) AND first_sent_at IS NOT NULL
    AND (status IN ('draft', 'out_for_signature', 'in_force')
      OR coalesce(ended_on, ends_on) >= (now() AT TIME ZONE 'Europe/Stockholm')::date - 84)
    AND employer_reaches(placement_id));
CREATE POLICY commissioned ON agreements
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND agency_id = (SELECT app_agency()) AND first_sent_at IS NOT NULL AND is_own_case(participant_id));
CREATE POLICY product_itself ON agreements USING ((SELECT app_role()) = 'system');
CREATE POLICY merging ON agreements USING ((SELECT app_role()) = 'merge');

CREATE POLICY staff_of_association ON agreement_versions
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY of_own_agreement ON agreement_versions
  USING ((SELECT app_role()) IN ('participant', 'employer', 'case_worker')
    AND status IN ('out_for_signature', 'agreed', 'withdrawn')
    AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON agreement_versions USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON agreement_signatures
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY of_own_agreement ON agreement_signatures FOR SELECT
  USING ((SELECT app_role()) IN ('participant', 'employer', 'case_worker')
    AND agreement_id IN (SELECT id FROM agreements));
-- A party signs its own place and nobody else's.
CREATE POLICY own_place ON agreement_signatures FOR INSERT
  WITH CHECK (signed_by_user = (SELECT app_user()) AND way = 'signed_in'
    AND agreement_id IN (SELECT id FROM agreements)
    AND CASE (SELECT app_role())
      WHEN 'participant' THEN slot = 'participant'
      WHEN 'employer' THEN slot IN ('employer_1', 'employer_2')
      WHEN 'case_worker' THEN slot = 'agency'
      ELSE false END);
CREATE POLICY product_itself ON agreement_signatures USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON agreement_events
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY own_step ON agreement_events FOR INSERT
  WITH CHECK ((SELECT app_role()) IN ('participant', 'employer', 'case_worker') AND by_role = (SELECT app_role())
    AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON agreement_events USING ((SELECT app_role()) = 'system');

-- An agreement without a proposal tells the employer the name when it goes out.
ALTER TABLE disclosures
  ALTER COLUMN proposal_id DROP NOT NULL,
  ADD COLUMN agreement_id uuid UNIQUE REFERENCES agreements ON DELETE CASCADE,
  ADD CHECK (proposal_id IS NOT NULL OR agreement_id IS NOT NULL);
CREATE POLICY told_party ON disclosures FOR SELECT
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer())
    AND agreement_id IN (SELECT id FROM agreements));

-- Who has the slots: proposals and agreements.
CREATE OR REPLACE FUNCTION slot_holders(placement integer)
RETURNS TABLE (holder text, association text, until timestamptz) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := app_role();
BEGIN
  IF NOT coalesce(is_staff(), false) THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    SELECT h.holder, a.name, h.until
      FROM (SELECT o.held_by_name AS holder, o.association_id, o.hold_until AS until, o.id
              FROM proposals o WHERE o.placement_id = placement AND o.holds_slot
            UNION ALL
            SELECT g.created_by_name, g.association_id, NULL, g.id
              FROM agreements g WHERE g.placement_id = placement AND g.holds_slot) AS h
      JOIN associations a ON a.id = h.association_id
     ORDER BY h.until NULLS LAST, h.id;
  PERFORM set_config('app.role', asking, true);
END $$;

-- Free slots on a day: proposals that hold one, and agreements in force or on their way whose period has that day. A
-- number only, whoever asks; the role is changed for one statement and given back.
CREATE FUNCTION free_slots_on(placement integer, on_day date) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := coalesce(app_role(), '');
  taken integer;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  SELECT (SELECT count(*) FROM proposals o WHERE o.placement_id = placement AND o.holds_slot)
       + (SELECT count(*) FROM agreements g WHERE g.placement_id = placement AND g.holds_slot
             AND (g.ends_on IS NULL OR on_day <= g.ends_on))
    INTO taken;
  PERFORM set_config('app.role', asking, true);
  RETURN greatest(0, (SELECT capacity FROM placements WHERE id = placement) - taken);
END $$;
