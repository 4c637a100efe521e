-- Everything about a participant belongs to one association and is invisible outside it.
CREATE TABLE participants (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  reference text NOT NULL,
  -- Identity class: NULL for a protected identity. Shown only where product.md allows a name.
  name text,
  email text,
  protected_identity text NOT NULL DEFAULT 'none' CHECK (protected_identity IN ('none', 'protected', 'unknown')),
  sex text NOT NULL DEFAULT 'okant' CHECK (sex IN ('kvinna', 'man', 'annat', 'okant')),
  birth_year smallint CHECK (birth_year BETWEEN 1900 AND 2100),
  municipality_code text REFERENCES municipalities,
  locality text,
  -- For statistics only (domain.md "Statistics"). Unknown is NULL and is counted as unknown.
  education text,
  household text,
  income_source text,
  obstacles text[] NOT NULL DEFAULT '{}',
  mapped_on date,
  closed_on date,
  outcome text,
  education_form text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (association_id, reference),
  CHECK (protected_identity = 'none' OR (name IS NULL AND email IS NULL))
);

CREATE TABLE referrals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL UNIQUE REFERENCES participants ON DELETE CASCADE,
  agency_id integer REFERENCES commissioning_agencies,
  case_worker_user text,
  referred_on date,
  purpose text NOT NULL DEFAULT '',
  question text NOT NULL DEFAULT ''
);

-- Arbetsprofil: what matching reads. One current row a participant; older versions are kept beside it.
CREATE TABLE work_profiles (
  participant_id uuid PRIMARY KEY REFERENCES participants ON DELETE CASCADE,
  association_id integer NOT NULL REFERENCES associations,
  version integer NOT NULL DEFAULT 1,
  status text NOT NULL DEFAULT 'started' CHECK (status IN ('started', 'complete', 'confirmed', 'outdated')),
  -- A WorkProfile (app/domain/profiles/work-profile.ts), without the parts not yet known while started.
  profile jsonb NOT NULL,
  updated_by_name text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz
);
CREATE TABLE work_profile_versions (
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  association_id integer NOT NULL REFERENCES associations,
  version integer NOT NULL,
  status text NOT NULL,
  profile jsonb NOT NULL,
  updated_by_name text NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (participant_id, version)
);

CREATE TABLE consents (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('present_to_employers')),
  text_version text NOT NULL,
  language text NOT NULL DEFAULT 'sv',
  given_how text NOT NULL CHECK (given_how IN ('self', 'paper', 'spoken')),
  recorded_by_name text NOT NULL,
  valid_from date NOT NULL,
  valid_until date NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX consents_of_participant ON consents (participant_id);

CREATE TABLE proposals (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  placement_id integer NOT NULL REFERENCES placements,
  employer_id integer NOT NULL REFERENCES employers,
  status text NOT NULL CHECK (status IN ('shortlisted', 'held', 'asked_participant', 'participant_yes',
    'participant_no', 'presented', 'employer_yes', 'employer_maybe_meet', 'employer_no', 'visit_booked',
    'agreed', 'withdrawn', 'expired')),
  -- True while this proposal counts in placements.claimed.
  holds_slot boolean NOT NULL DEFAULT false,
  hold_until timestamptz,
  reason_code text,
  -- What the employer was shown, exactly: written when presented, never a name, sex, age, health or agency.
  anonymous_card jsonb,
  visit_at timestamptz,
  visit_place text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- One open proposal a participant and placement.
CREATE UNIQUE INDEX proposals_one_open ON proposals (participant_id, placement_id)
  WHERE status NOT IN ('participant_no', 'employer_no', 'agreed', 'withdrawn', 'expired');
CREATE INDEX proposals_of_association ON proposals (association_id, status);
CREATE INDEX proposals_of_employer ON proposals (employer_id, status);
CREATE INDEX proposals_hold_until ON proposals (hold_until) WHERE hold_until IS NOT NULL;

CREATE TABLE proposal_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  association_id integer NOT NULL REFERENCES associations,
  proposal_id uuid NOT NULL REFERENCES proposals ON DELETE CASCADE,
  from_status text,
  to_status text NOT NULL,
  by_role text NOT NULL,
  by_name text NOT NULL,
  -- How an answer came when somebody else noted it: telefon, besok, mejl, sms, mote.
  answered_how text,
  reason_code text,
  note text NOT NULL DEFAULT '',
  happened_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX proposal_events_of_proposal ON proposal_events (proposal_id, id);

-- A name given to an employer: when a visit is booked, and not before.
CREATE TABLE disclosures (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  participant_id uuid NOT NULL REFERENCES participants ON DELETE CASCADE,
  proposal_id uuid NOT NULL UNIQUE REFERENCES proposals ON DELETE CASCADE,
  employer_id integer NOT NULL REFERENCES employers,
  name text,
  disclosed_by_name text NOT NULL,
  disclosed_at timestamptz NOT NULL DEFAULT now()
);

-- Who looked at, changed, was denied or released what. Append only.
CREATE TABLE audit_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  happened_at timestamptz NOT NULL DEFAULT now(),
  association_id integer REFERENCES associations,
  user_id text,
  user_name text NOT NULL,
  role text NOT NULL,
  action text NOT NULL,
  participant_id uuid,
  subject text NOT NULL DEFAULT '',
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_events_of_participant ON audit_events (participant_id, id DESC);
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_events is append only';
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

CREATE TABLE import_runs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  user_id text NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  dry_run boolean NOT NULL,
  status text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'done', 'failed')),
  rows_done integer NOT NULL DEFAULT 0,
  imported integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  errors jsonb NOT NULL DEFAULT '[]',
  started_at timestamptz NOT NULL DEFAULT now()
);
