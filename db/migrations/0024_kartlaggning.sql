-- Kartläggning: eleven parts about one participant (domain.md "Profile"). Part 8 is work_profiles; what reports count
-- stays in the columns of participants. Staff means coordinator and coach here: an administrator reads no kartläggning.
CREATE UNIQUE INDEX participants_within_association ON participants (association_id, id);

CREATE FUNCTION is_close_staff() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT app_role() IN ('coordinator', 'coach') $$;

-- The whole: only what cannot be derived from the parts.
CREATE TABLE profiles (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  -- When somebody sat down with the person.
  met_on date,
  completed_at timestamptz,
  completed_by_name text NOT NULL DEFAULT '',
  PRIMARY KEY (association_id, participant_id),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);

-- One current row a part; older versions are kept beside it.
CREATE TABLE profile_parts (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('nulage', 'social', 'halsa', 'resurser', 'kompetens', 'framtid', 'hinder',
    'insatser', 'bedomningar', 'plan')),
  version integer NOT NULL DEFAULT 1,
  -- PartAnswers (app/domain/profiles/part-answers.ts) without what participants' own columns hold.
  answers jsonb NOT NULL,
  owner_role text NOT NULL CHECK (owner_role IN ('coordinator', 'coach', 'participant')),
  owner_name text NOT NULL DEFAULT '',
  visibility text NOT NULL DEFAULT 'circle' CHECK (visibility IN ('circle', 'case_worker')),
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, participant_id, part),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE,
  CHECK (visibility = 'circle' OR part NOT IN ('social', 'halsa', 'hinder'))
);
-- As they were read when the next one was saved: what stood in participants' columns is part of the picture.
CREATE TABLE profile_part_versions (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  part text NOT NULL,
  version integer NOT NULL,
  answers jsonb NOT NULL,
  saved_by_name text NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (association_id, participant_id, part, version),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);

-- The participant's yes to a version of a part, and the participant's own words about it.
CREATE TABLE profile_part_confirmations (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  part text NOT NULL,
  version integer NOT NULL,
  confirmed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, participant_id, part, version),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);
CREATE TABLE profile_part_comments (
  association_id integer NOT NULL,
  participant_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  part text NOT NULL,
  version integer NOT NULL,
  comment text NOT NULL CHECK (length(comment) BETWEEN 1 AND 2000),
  commented_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (association_id, participant_id, id),
  FOREIGN KEY (association_id, participant_id) REFERENCES participants (association_id, id) ON DELETE CASCADE
);

ALTER TABLE profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE profiles FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON profiles
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON profiles FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));

ALTER TABLE profile_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile_parts FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON profile_parts
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON profile_parts FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));
-- Parts that were opened to the own case worker, never those of a protected identity, and never older versions.
CREATE POLICY own_cases ON profile_parts FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND visibility = 'case_worker'
    AND participant_id IN (SELECT r.participant_id FROM referrals r JOIN participants p ON p.id = r.participant_id
                            WHERE r.case_worker_user = (SELECT app_user()) AND p.protected_identity = 'none'));

ALTER TABLE profile_part_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile_part_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON profile_part_versions
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON profile_part_versions FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));

ALTER TABLE profile_part_confirmations ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile_part_confirmations FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON profile_part_confirmations FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON profile_part_confirmations
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));

ALTER TABLE profile_part_comments ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile_part_comments FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON profile_part_comments FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON profile_part_comments
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));
