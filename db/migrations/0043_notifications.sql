-- What people are reminded of, how each of them wants to be told, and which processes that do jobs are alive.
-- docs/decisions/014.

-- A reminder to one party of one agreement. Planned once, by its unique key; settled when it was sent or no longer holds.
CREATE TABLE notifications (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL,
  agreement_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('unsigned', 'first_day', 'ends_soon')),
  -- What it is about: the version to sign ("v1"), or the first or last day. Another day of the agreement
  -- is another subject: the old reminder no longer holds, and a new one is planned.
  subject text NOT NULL,
  -- Days before, when the same thing is said more than once; else 0.
  step smallint NOT NULL DEFAULT 0,
  -- A party (participant, employer_1, employer_2, agency, supervisor), or staff with the account: "coordinator:<user>".
  recipient text NOT NULL,
  send_at timestamptz NOT NULL,
  planned_at timestamptz NOT NULL DEFAULT now(),
  -- While somebody is sending it, nobody else does.
  leased_until timestamptz,
  -- Whose list it is in, from when it is shown there. A participant whose identity becomes protected loses the account.
  membership_id uuid REFERENCES memberships ON DELETE SET NULL,
  shown_at timestamptz,
  mailed_at timestamptz,
  texted_at timestamptz,
  -- The mail of the day that it is part of.
  digest_id uuid,
  settled_at timestamptz,
  -- Why it was not sent at all.
  dropped text,
  read_at timestamptz,
  -- SHA-256 of what the link "already done" carries; more than one when the job ran twice.
  token_hashes text[] NOT NULL DEFAULT '{}',
  done_at timestamptz,
  FOREIGN KEY (association_id, agreement_id) REFERENCES agreements (association_id, id) ON DELETE CASCADE,
  UNIQUE (agreement_id, kind, subject, step, recipient),
  CHECK (dropped IS NULL OR settled_at IS NOT NULL)
);
CREATE INDEX notifications_of_association ON notifications (association_id, planned_at);
CREATE INDEX notifications_unsettled ON notifications (send_at) WHERE settled_at IS NULL;
CREATE INDEX notifications_shown ON notifications (membership_id, shown_at DESC) WHERE shown_at IS NOT NULL;
CREATE INDEX notifications_by_secret ON notifications USING gin (token_hashes);

-- One mail a day to a coordinator, with everything of the day.
CREATE TABLE notification_digests (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  association_id integer NOT NULL REFERENCES associations,
  user_id text NOT NULL REFERENCES auth_users ON DELETE CASCADE,
  day date NOT NULL,
  leased_until timestamptz,
  mailed_at timestamptz,
  UNIQUE (association_id, user_id, day)
);
ALTER TABLE notifications ADD FOREIGN KEY (digest_id) REFERENCES notification_digests ON DELETE SET NULL;
CREATE INDEX notifications_of_digest ON notifications (digest_id) WHERE digest_id IS NOT NULL;

-- What a person wants to hear, and how: {"unsigned": ["mail", "app"], …}; a kind that is not named has its default.
CREATE TABLE notification_settings (
  user_id text PRIMARY KEY REFERENCES auth_users ON DELETE CASCADE,
  phone text CHECK (phone ~ '^\+[1-9][0-9]{7,14}$'),
  choices jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(choices) = 'object'),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- Processes that do jobs say that they are alive: what a dead one held is taken up by another.
CREATE TABLE job_workers (
  id text PRIMARY KEY,
  seen_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE notifications ENABLE ROW LEVEL SECURITY;
ALTER TABLE notifications FORCE ROW LEVEL SECURITY;
ALTER TABLE notification_digests ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_digests FORCE ROW LEVEL SECURITY;
ALTER TABLE notification_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE notification_settings FORCE ROW LEVEL SECURITY;

-- Everybody's own, in the role that it was meant for.
CREATE POLICY oneself ON notifications FOR SELECT
  USING (membership_id IN (SELECT id FROM memberships
    WHERE user_id = (SELECT app_user()) AND role = (SELECT app_role())
      AND association_id IS NOT DISTINCT FROM (SELECT app_association())
      AND employer_id IS NOT DISTINCT FROM (SELECT app_employer())
      AND participant_id IS NOT DISTINCT FROM (SELECT app_participant())));
CREATE POLICY oneself_marks ON notifications FOR UPDATE
  USING (membership_id IN (SELECT id FROM memberships
    WHERE user_id = (SELECT app_user()) AND role = (SELECT app_role())
      AND association_id IS NOT DISTINCT FROM (SELECT app_association())
      AND employer_id IS NOT DISTINCT FROM (SELECT app_employer())
      AND participant_id IS NOT DISTINCT FROM (SELECT app_participant())));
CREATE POLICY product_itself ON notifications USING ((SELECT app_role()) = 'system');
-- How many wait is told with the session (session_holder): numbers only.
CREATE POLICY sign_in ON notifications FOR SELECT USING ((SELECT app_role()) = 'identity');

CREATE POLICY product_itself ON notification_digests USING ((SELECT app_role()) = 'system');

CREATE POLICY oneself ON notification_settings USING (user_id = (SELECT app_user()));
CREATE POLICY product_itself ON notification_settings FOR SELECT USING ((SELECT app_role()) = 'system');

-- Who holds this session, and how many reminders this role has not read: still one round trip a request. A reminder is
-- shown for 12 weeks, as long as an employer reaches an agreement that has ended.
DROP FUNCTION session_holder(text, boolean);
CREATE FUNCTION session_holder(hash text, demo_allowed boolean)
RETURNS TABLE (session_id text, user_id text, name text, membership_id uuid, role text, association_id integer,
  employer_id integer, agency_id integer, participant_id uuid, memberships bigint, unread integer)
LANGUAGE sql STABLE SET app.role = 'identity' AS $$
  SELECT s.id, u.id, u.name, m.id, m.role, m.association_id, m.employer_id, m.agency_id, m.participant_id, n.total,
         (SELECT count(*)::integer FROM notifications w
           WHERE w.membership_id = m.id AND w.shown_at > now() - interval '84 days' AND w.read_at IS NULL)
    FROM auth_sessions s
    JOIN auth_users u ON u.id = s.user_id
    CROSS JOIN LATERAL (SELECT count(*) AS total FROM memberships WHERE memberships.user_id = u.id) n
    LEFT JOIN memberships m
      ON m.user_id = u.id AND (m.id = s.membership_id OR (s.membership_id IS NULL AND n.total = 1))
   WHERE s.token_hash = hash AND s.expires_at > now() AND (demo_allowed OR NOT u.demo)
$$;
