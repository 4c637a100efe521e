-- Who may sign in, and as whom. Seen by the sign-in code alone (app.role 'identity', set by db/identity.server.ts),
-- and in small parts by the person and by staff of the same association.
CREATE TABLE auth_users (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  -- Accounts of the demo world. A start that is not a demo refuses them, even when they are in its database.
  demo boolean NOT NULL GENERATED ALWAYS AS (email LIKE '%@demo.example') STORED,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- What a user may act as: one row a role and body. The only source of authority; a cookie carries none.
CREATE TABLE memberships (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id text NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  role text NOT NULL
    CHECK (role IN ('participant', 'employer', 'coordinator', 'coach', 'case_worker', 'board', 'admin')),
  association_id integer REFERENCES associations,
  employer_id integer REFERENCES employers,
  agency_id integer REFERENCES commissioning_agencies,
  participant_id uuid REFERENCES participants ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (user_id, role, association_id, employer_id, agency_id, participant_id),
  -- Employers are shared by all associations; everybody else belongs to one.
  CHECK ((role = 'employer') = (association_id IS NULL)),
  CHECK ((role = 'employer') = (employer_id IS NOT NULL)),
  CHECK ((role = 'case_worker') = (agency_id IS NOT NULL)),
  CHECK ((role = 'participant') = (participant_id IS NOT NULL))
);
CREATE INDEX memberships_of_association ON memberships (association_id, role);
CREATE INDEX memberships_of_employer ON memberships (employer_id) WHERE employer_id IS NOT NULL;
CREATE UNIQUE INDEX memberships_of_participant ON memberships (participant_id) WHERE participant_id IS NOT NULL;

CREATE TABLE auth_sessions (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  -- SHA-256 of the token in the cookie: who reads this table cannot sign in with it.
  token_hash text NOT NULL UNIQUE,
  -- The role chosen in this session, when the user has several.
  membership_id uuid REFERENCES memberships ON DELETE SET NULL,
  ip_address text,
  user_agent text,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_sessions_of_user ON auth_sessions (user_id);

CREATE TABLE auth_accounts (
  id text PRIMARY KEY,
  user_id text NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX auth_accounts_of_user ON auth_accounts (user_id);

-- Links sent by e-mail, waiting to be used once. The identifier is a hash of what the link carries.
CREATE TABLE auth_verifications (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_verifications_identifier ON auth_verifications (identifier);

-- Counted attempts, shared by all processes. Keys are keyed hashes of addresses, never the addresses.
CREATE TABLE auth_rate_limits (
  key text PRIMARY KEY,
  attempts integer NOT NULL,
  resets_at timestamptz NOT NULL
);
CREATE INDEX auth_rate_limits_resets_at ON auth_rate_limits (resets_at);

ALTER TABLE auth_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_users FORCE ROW LEVEL SECURITY;
ALTER TABLE memberships ENABLE ROW LEVEL SECURITY;
ALTER TABLE memberships FORCE ROW LEVEL SECURITY;
ALTER TABLE auth_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_sessions FORCE ROW LEVEL SECURITY;
ALTER TABLE auth_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_accounts FORCE ROW LEVEL SECURITY;
ALTER TABLE auth_verifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_verifications FORCE ROW LEVEL SECURITY;
ALTER TABLE auth_rate_limits ENABLE ROW LEVEL SECURITY;
ALTER TABLE auth_rate_limits FORCE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON auth_users USING ((SELECT app_role()) = 'identity');
CREATE POLICY sign_in ON memberships USING ((SELECT app_role()) = 'identity');
CREATE POLICY sign_in ON auth_sessions USING ((SELECT app_role()) = 'identity');
CREATE POLICY sign_in ON auth_accounts USING ((SELECT app_role()) = 'identity');
CREATE POLICY sign_in ON auth_verifications USING ((SELECT app_role()) = 'identity');
CREATE POLICY sign_in ON auth_rate_limits USING ((SELECT app_role()) = 'identity');

CREATE POLICY oneself ON memberships FOR SELECT USING (user_id = (SELECT app_user()));
CREATE POLICY staff_of_association ON memberships FOR SELECT
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY staff_see_employers ON memberships FOR SELECT USING ((SELECT is_staff()) AND employer_id IS NOT NULL);
CREATE POLICY oneself ON auth_users FOR SELECT USING (id = (SELECT app_user()));
CREATE POLICY staff_of_association ON auth_users FOR SELECT
  USING ((SELECT is_staff()) AND id IN (SELECT user_id FROM memberships
    WHERE association_id = (SELECT app_association()) OR employer_id IS NOT NULL));

-- Who holds this session: one round trip a request, whatever pooler stands between. The function sets the role that
-- its own statement needs and gives it back; a stranger to the token's hash learns nothing.
CREATE FUNCTION session_holder(hash text, demo_allowed boolean)
RETURNS TABLE (session_id text, user_id text, name text, membership_id uuid, role text, association_id integer,
  employer_id integer, agency_id integer, participant_id uuid, memberships bigint)
LANGUAGE sql STABLE SET app.role = 'identity' AS $$
  SELECT s.id, u.id, u.name, m.id, m.role, m.association_id, m.employer_id, m.agency_id, m.participant_id, n.total
    FROM auth_sessions s
    JOIN auth_users u ON u.id = s.user_id
    CROSS JOIN LATERAL (SELECT count(*) AS total FROM memberships WHERE memberships.user_id = u.id) n
    LEFT JOIN memberships m
      ON m.user_id = u.id AND (m.id = s.membership_id OR (s.membership_id IS NULL AND n.total = 1))
   WHERE s.token_hash = hash AND s.expires_at > now() AND (demo_allowed OR NOT u.demo)
$$;
