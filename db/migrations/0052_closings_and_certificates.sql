-- What stands when an agreement has ended: words to the participant, the certificate that the participant approves, what the
-- supervisor says, and the check-ups after 3, 6 and 12 months. domain.md "Closing".

ALTER TABLE agreement_closings
  -- In plain words, to the participant.
  ADD COLUMN participant_note text NOT NULL DEFAULT '',
  -- The participant says that the employer may know what came of it.
  ADD COLUMN employer_may_know boolean NOT NULL DEFAULT false;

-- Links that are sent after the end. Only SHA-256 of their secrets is kept.
CREATE TABLE closing_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  -- To the supervisor, the participant, the employer.
  purpose text NOT NULL CHECK (purpose IN ('reference', 'checkup', 'thanks')),
  -- Of a check-up: after how many months.
  months integer CHECK (months IN (3, 6, 12)),
  -- Of a reference: whom it was sent to. Nobody else is named.
  sent_to_name text NOT NULL DEFAULT '',
  channel text NOT NULL CHECK (channel IN ('mail', 'sms')),
  address text NOT NULL,
  -- More than one when the job ran twice: each message that was sent works.
  token_hashes text[] NOT NULL DEFAULT '{}',
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  CHECK ((purpose = 'checkup') = (months IS NOT NULL))
);
CREATE INDEX closing_links_by_secret ON closing_links USING gin (token_hashes);
CREATE INDEX closing_links_of_agreement ON closing_links (agreement_id, purpose, asked_at DESC);
CREATE INDEX closing_links_expires_at ON closing_links (expires_at);

-- What the supervisor says, once, in a few words.
CREATE TABLE supervisor_references (
  association_id integer NOT NULL,
  agreement_id uuid PRIMARY KEY,
  supervisor_name text NOT NULL,
  went_well text NOT NULL CHECK (went_well <> ''),
  -- Is somebody to ask, and then how; the words may stand in the certificate.
  recommends boolean NOT NULL,
  contact text NOT NULL DEFAULT '',
  may_certify boolean NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  CHECK (recommends OR contact = '')
);
CREATE INDEX supervisor_references_of_association ON supervisor_references (association_id, agreement_id);

-- Intyg: every text that was shown to the participant. It counts when the participant has said yes to this very text.
CREATE TABLE certificate_versions (
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  status text NOT NULL CHECK (status IN ('asked', 'change_asked', 'approved', 'replaced')),
  -- Facts and words as staff wrote them, and the text that follows from them and from what the participant wants in.
  draft jsonb NOT NULL,
  with_adaptations boolean NOT NULL DEFAULT false,
  with_reference boolean NOT NULL DEFAULT false,
  content jsonb NOT NULL,
  -- SHA-256, in hex, of the canonical form of the content.
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  drafted_by_name text NOT NULL,
  drafted_at timestamptz NOT NULL DEFAULT now(),
  -- What the participant asks to have changed.
  answer_words text NOT NULL DEFAULT '',
  answered_at timestamptz,
  approved_way text CHECK (approved_way IN ('signed_in', 'recorded')),
  -- By code: a name can be protected afterwards.
  approved_by text,
  recorded_by_name text,
  recorded_how text,
  PRIMARY KEY (agreement_id, number),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  CHECK ((status = 'approved') = (approved_way IS NOT NULL)),
  CHECK ((approved_way IS NOT NULL) = (approved_by IS NOT NULL)),
  CHECK (approved_way IS DISTINCT FROM 'recorded' OR (recorded_by_name <> '' AND recorded_how <> '')),
  CHECK (status <> 'change_asked' OR answer_words <> '')
);
CREATE INDEX certificate_versions_of_association ON certificate_versions (association_id, agreement_id);
CREATE UNIQUE INDEX certificate_versions_one_open ON certificate_versions (agreement_id)
  WHERE status IN ('asked', 'change_asked');
CREATE INDEX certificate_versions_by_hash ON certificate_versions (hash);

-- What was approved is never changed, and nobody changes what staff wrote but by a new version.
CREATE FUNCTION certificate_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IN ('approved', 'replaced') OR NEW.draft <> OLD.draft OR NEW.drafted_by_name <> OLD.drafted_by_name
     OR (app_role() = 'participant' AND NEW.status = 'replaced') THEN
    RAISE EXCEPTION 'a certificate stays as it was approved' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER certificate_stays BEFORE UPDATE ON certificate_versions
  FOR EACH ROW EXECUTE FUNCTION certificate_stays();

-- Asked after the end: what are you doing now, how is it.
CREATE TABLE checkups (
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  months integer NOT NULL CHECK (months IN (3, 6, 12)),
  due_on date NOT NULL,
  status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'asked', 'answered', 'dropped')),
  -- no_wish: the participant does not want to be asked; replaced: a later placement has its own.
  dropped_why text CHECK (dropped_why IN ('no_wish', 'replaced')),
  asked_at timestamptz,
  reminded_at timestamptz,
  -- Words of app/domain/profiles/participant-vocabulary.ts (outcomes).
  doing text,
  feeling text CHECK (feeling IN ('bra', 'sadar', 'daligt')),
  words text NOT NULL DEFAULT '',
  answered_at timestamptz,
  answered_way text CHECK (answered_way IN ('link', 'recorded')),
  recorded_by_name text,
  recorded_how text CHECK (recorded_how IN ('telefon', 'mote', 'sms')),
  PRIMARY KEY (agreement_id, months),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  CHECK ((status = 'answered') = (answered_at IS NOT NULL)),
  CHECK ((status = 'answered') = (doing IS NOT NULL AND feeling IS NOT NULL AND answered_way IS NOT NULL)),
  CHECK ((answered_way IS NOT DISTINCT FROM 'recorded') = (recorded_by_name IS NOT NULL AND recorded_how IS NOT NULL)),
  CHECK ((status = 'dropped') = (dropped_why IS NOT NULL))
);
CREATE INDEX checkups_due ON checkups (due_on) WHERE status IN ('planned', 'asked');
CREATE INDEX checkups_of_association ON checkups (association_id, status, due_on);

ALTER TABLE closing_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE closing_links FORCE ROW LEVEL SECURITY;
ALTER TABLE supervisor_references ENABLE ROW LEVEL SECURITY;
ALTER TABLE supervisor_references FORCE ROW LEVEL SECURITY;
ALTER TABLE certificate_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE certificate_versions FORCE ROW LEVEL SECURITY;
ALTER TABLE checkups ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkups FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_of_association ON closing_links
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON closing_links USING ((SELECT app_role()) = 'system');

-- Participant and staff read what the supervisor says; only the link writes it.
CREATE POLICY staff_of_association ON supervisor_references FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON supervisor_references FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON supervisor_references USING ((SELECT app_role()) = 'system');

-- Staff write a text and record a yes that was given to them; nobody but the participant says yes in the own name.
CREATE POLICY staff_of_association ON certificate_versions
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()))
  WITH CHECK ((SELECT is_close_staff()) AND association_id = (SELECT app_association())
    AND approved_way IS DISTINCT FROM 'signed_in');
CREATE POLICY oneself ON certificate_versions FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY oneself_answers ON certificate_versions FOR UPDATE
  USING ((SELECT app_role()) = 'participant' AND status IN ('asked', 'change_asked')
    AND agreement_id IN (SELECT id FROM agreements))
  WITH CHECK ((SELECT app_role()) = 'participant' AND agreement_id IN (SELECT id FROM agreements)
    AND approved_way IS DISTINCT FROM 'recorded');
CREATE POLICY product_itself ON certificate_versions USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON checkups
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON checkups FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON checkups USING ((SELECT app_role()) = 'system');

-- Whether a participant can sign in: then nobody else says yes for them.
CREATE FUNCTION participant_signs_in(participant uuid) RETURNS boolean LANGUAGE sql STABLE SET app.role = 'identity' AS $$
  SELECT EXISTS (SELECT FROM memberships m WHERE m.participant_id = participant)
$$;
