-- Beside the agreements: links to sign without an account, evidence of what was signed by proxy or on paper, and private
-- calendars.

-- A link that was sent to one party, for one version only. Each sending has a secret of its own; only its SHA-256 is kept.
CREATE TABLE agreement_links (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  version integer NOT NULL,
  slot text NOT NULL CHECK (slot IN ('participant', 'employer_1', 'employer_2', 'coordinator', 'agency')),
  channel text NOT NULL CHECK (channel IN ('mail', 'sms')),
  -- The mail address or telephone number it was sent to: a new one asked for with an old link goes to the same.
  address text NOT NULL,
  -- More than one when the job ran twice: each mail that was sent works.
  token_hashes text[] NOT NULL DEFAULT '{}',
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  FOREIGN KEY (agreement_id, version) REFERENCES agreement_versions (agreement_id, number) ON DELETE CASCADE
);
CREATE INDEX agreement_links_by_secret ON agreement_links USING gin (token_hashes);
CREATE INDEX agreement_links_of_agreement ON agreement_links (agreement_id, version, slot, asked_at DESC);

-- A file that shows what was signed by proxy or on paper. The file itself lies in DATA_DIR/evidence under this id.
CREATE TABLE agreement_evidence (
  id uuid PRIMARY KEY,
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  signature_id uuid NOT NULL UNIQUE REFERENCES agreement_signatures ON DELETE CASCADE,
  file_name text NOT NULL,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png', 'image/heic')),
  bytes integer NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by_name text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE
);
CREATE INDEX agreement_evidence_of_agreement ON agreement_evidence (agreement_id);

-- A private calendar: whoever has its address reads when and where one of the person's roles has to be. One a role.
CREATE TABLE calendar_feeds (
  membership_id uuid PRIMARY KEY REFERENCES memberships ON DELETE CASCADE,
  user_id text NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE agreement_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_links FORCE ROW LEVEL SECURITY;
ALTER TABLE agreement_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_evidence FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar_feeds ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feeds FORCE ROW LEVEL SECURITY;

CREATE POLICY staff_of_association ON agreement_links
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY product_itself ON agreement_links USING ((SELECT app_role()) = 'system');

CREATE POLICY staff_of_association ON agreement_evidence
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
-- The participant may see what was signed in the own name; employers see no papers.
CREATE POLICY oneself ON agreement_evidence FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND agreement_id IN (SELECT id FROM agreements));

CREATE POLICY sign_in ON calendar_feeds USING ((SELECT app_role()) = 'identity');
