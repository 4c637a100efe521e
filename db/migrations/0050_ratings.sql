-- Skattning: a versioned set of scale items, the answers of participant, supervisor and coach, the supervisor's monthly link,
-- and where the latest answers go apart. domain.md "Instrument".

-- An association's own instruments. The shipped one is code and counts until one of these is in use.
CREATE TABLE instruments (
  association_id integer NOT NULL REFERENCES associations,
  code text NOT NULL CHECK (code ~ '^egen-[0-9a-f]{8}$'),
  -- The version that is answered now; null: not in use.
  active_version integer,
  retired_at timestamptz,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, code),
  CHECK (active_version IS NULL OR retired_at IS NULL)
);
-- One at a time: everybody answers the same statements.
CREATE UNIQUE INDEX instruments_one_in_use ON instruments (association_id) WHERE active_version IS NOT NULL;

CREATE TABLE instrument_versions (
  association_id integer NOT NULL,
  code text NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  name text NOT NULL,
  items jsonb NOT NULL CHECK (jsonb_typeof(items) = 'array'),
  -- Since when it can be answered. From then on it never changes.
  used_at timestamptz,
  -- Counts what has been saved of a draft: who saves says which one was read.
  revision integer NOT NULL DEFAULT 1,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, code, version),
  FOREIGN KEY (association_id, code) REFERENCES instruments ON DELETE CASCADE
);
CREATE UNIQUE INDEX instrument_versions_one_draft ON instrument_versions (association_id, code) WHERE used_at IS NULL;
ALTER TABLE instruments ADD FOREIGN KEY (association_id, code, active_version)
  REFERENCES instrument_versions (association_id, code, version);

CREATE FUNCTION used_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.used_at IS NOT NULL THEN
    RAISE EXCEPTION 'A version that has been used never changes';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER used_version_stays BEFORE UPDATE OR DELETE ON instrument_versions
  FOR EACH ROW EXECUTE FUNCTION used_version_stays();

-- A link that was sent to a supervisor: a month, and the people of these agreements. Only SHA-256 of its secrets is kept.
CREATE TABLE rating_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  employer_id integer NOT NULL REFERENCES employers ON DELETE CASCADE,
  -- Its first day.
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  agreement_ids uuid[] NOT NULL CHECK (cardinality(agreement_ids) > 0),
  supervisor_name text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('mail', 'sms')),
  address text NOT NULL,
  -- More than one when the job ran twice: each message that was sent works.
  token_hashes text[] NOT NULL DEFAULT '{}',
  asked_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  expires_at timestamptz NOT NULL,
  -- One a month, whoever asks and however often.
  UNIQUE (association_id, month, employer_id, address)
);
CREATE INDEX rating_links_by_secret ON rating_links USING gin (token_hashes);

-- One party's answers of one day: {"trivs": 4, "tempo": "vet_inte"}; what is not in it was not asked or not noted.
CREATE TABLE ratings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  party text NOT NULL CHECK (party IN ('participant', 'supervisor', 'coach')),
  day date NOT NULL,
  -- Which statements were answered: the shipped instrument is code, so this is no foreign key.
  instrument text NOT NULL,
  version integer NOT NULL,
  answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object' AND answers <> '{}'),
  -- own: signed in; link: a supervisor's; log: noted by staff in a conversation.
  way text NOT NULL CHECK (way IN ('own', 'link', 'log')),
  -- A participant is named by code: a name can be protected afterwards.
  by_name text NOT NULL,
  by_user text,
  link_id uuid REFERENCES rating_links ON DELETE SET NULL,
  log_id uuid,
  saved_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
-- Once a day in one's own words, and once with each link and each log: sent again, it is the same.
CREATE UNIQUE INDEX ratings_own ON ratings (agreement_id, party, day) WHERE way = 'own';
CREATE UNIQUE INDEX ratings_by_link ON ratings (agreement_id, link_id) WHERE way = 'link';
CREATE UNIQUE INDEX ratings_by_log ON ratings (agreement_id, log_id, party) WHERE way = 'log';
CREATE INDEX ratings_of_agreement ON ratings (agreement_id, day);
CREATE INDEX ratings_of_association ON ratings (association_id, agreement_id);

-- Where the latest answers go apart. It follows from the ratings and is written anew with each of them, so that a start page
-- need not read them all; that somebody took care of it is kept.
CREATE TABLE rating_disagreements (
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  instrument text NOT NULL,
  item text NOT NULL,
  -- The day of the newest of the answers.
  since date NOT NULL,
  answers jsonb NOT NULL,
  -- About health: never named in a list.
  is_health boolean NOT NULL,
  note text NOT NULL DEFAULT '',
  handled_by_name text,
  handled_at timestamptz,
  PRIMARY KEY (agreement_id, instrument, item, since),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
CREATE INDEX rating_disagreements_open ON rating_disagreements (association_id, since, agreement_id) WHERE handled_at IS NULL;

ALTER TABLE instruments ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments FORCE ROW LEVEL SECURITY;
ALTER TABLE instrument_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE instrument_versions FORCE ROW LEVEL SECURITY;
ALTER TABLE rating_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE rating_links FORCE ROW LEVEL SECURITY;
ALTER TABLE ratings ENABLE ROW LEVEL SECURITY;
ALTER TABLE ratings FORCE ROW LEVEL SECURITY;
ALTER TABLE rating_disagreements ENABLE ROW LEVEL SECURITY;
ALTER TABLE rating_disagreements FORCE ROW LEVEL SECURITY;

-- The statements are nobody's secret within the association; its administrator writes them.
CREATE POLICY of_association ON instruments FOR SELECT
  USING ((SELECT app_role()) IN ('coordinator', 'coach', 'participant') AND association_id = (SELECT app_association()));
CREATE POLICY administrator ON instruments
  USING ((SELECT app_role()) = 'admin' AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON instruments FOR SELECT USING ((SELECT app_role()) = 'system');
CREATE POLICY of_association ON instrument_versions FOR SELECT
  USING ((SELECT app_role()) IN ('coordinator', 'coach', 'participant') AND association_id = (SELECT app_association()));
CREATE POLICY administrator ON instrument_versions
  USING ((SELECT app_role()) = 'admin' AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON instrument_versions FOR SELECT USING ((SELECT app_role()) = 'system');

-- Coordinator and coach: all of the association. A participant: the own answers. An employer and a case worker: none; a
-- supervisor answers with a link, as the product itself.
CREATE POLICY staff_of_association ON ratings
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY own_answers ON ratings FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND party = 'participant' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY own_answer ON ratings FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'participant' AND party = 'participant' AND way = 'own'
    AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY own_change ON ratings FOR UPDATE
  USING ((SELECT app_role()) = 'participant' AND party = 'participant' AND way = 'own'
    AND agreement_id IN (SELECT id FROM agreements))
  WITH CHECK (party = 'participant' AND way = 'own' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY product_itself ON ratings USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON rating_links FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON rating_links USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON rating_disagreements
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON rating_disagreements USING ((SELECT app_role()) = 'system');

-- A participant is asked in the ways of the other reminders.
ALTER TABLE notifications DROP CONSTRAINT notifications_kind_check;
ALTER TABLE notifications ADD CONSTRAINT notifications_kind_check
  CHECK (kind IN ('unsigned', 'first_day', 'ends_soon', 'rating'));
