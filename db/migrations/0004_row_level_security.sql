-- The database says no too. Policies wrap the context in (SELECT …): evaluated once a statement, not once a row.

-- What staff of one association, the participant and the case worker may reach.
CREATE FUNCTION is_staff() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT app_role() IN ('coordinator', 'coach', 'admin') $$;

ALTER TABLE participants ENABLE ROW LEVEL SECURITY;
ALTER TABLE participants FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON participants
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON participants FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND id = (SELECT app_participant()));
CREATE POLICY product_itself ON participants FOR SELECT USING ((SELECT app_role()) = 'system');

ALTER TABLE referrals ENABLE ROW LEVEL SECURITY;
ALTER TABLE referrals FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON referrals
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON referrals FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));
-- Own cases only, never those of a colleague at the same agency.
CREATE POLICY own_cases ON referrals FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND agency_id = (SELECT app_agency())
    AND association_id = (SELECT app_association()) AND case_worker_user = (SELECT app_user()));
CREATE POLICY own_cases ON participants FOR SELECT
  USING ((SELECT app_role()) = 'case_worker' AND association_id = (SELECT app_association())
    AND id IN (SELECT participant_id FROM referrals WHERE case_worker_user = (SELECT app_user())));

ALTER TABLE work_profiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_profiles FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON work_profiles
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON work_profiles
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));

ALTER TABLE work_profile_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE work_profile_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON work_profile_versions
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON work_profile_versions
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));

ALTER TABLE consents ENABLE ROW LEVEL SECURITY;
ALTER TABLE consents FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON consents
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON consents
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));

ALTER TABLE proposals ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposals FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON proposals
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON proposals
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));
-- The employer meets a proposal when it is presented, not before.
CREATE POLICY presented_to_employer ON proposals
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer()) AND anonymous_card IS NOT NULL);
CREATE POLICY product_itself ON proposals USING ((SELECT app_role()) = 'system');

ALTER TABLE proposal_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposal_events FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON proposal_events
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
-- Participant and employer add the event of their own answer; they read the proposal's state, not the staff's notes.
CREATE POLICY own_answer ON proposal_events FOR INSERT
  WITH CHECK ((SELECT app_role()) IN ('participant', 'employer', 'system')
    AND proposal_id IN (SELECT id FROM proposals));

ALTER TABLE disclosures ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosures FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON disclosures
  USING ((SELECT is_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY oneself ON disclosures FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));
CREATE POLICY told_employer ON disclosures FOR SELECT
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer()));

ALTER TABLE audit_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
CREATE POLICY anyone_adds ON audit_events FOR INSERT WITH CHECK ((SELECT app_role()) IS NOT NULL);
CREATE POLICY staff_of_association ON audit_events FOR SELECT
  USING ((SELECT app_role()) IN ('coordinator', 'admin') AND association_id = (SELECT app_association()));
CREATE POLICY who_looked ON audit_events FOR SELECT
  USING ((SELECT app_role()) = 'participant' AND participant_id = (SELECT app_participant()));

ALTER TABLE contact_persons ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_persons FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON contact_persons USING ((SELECT is_staff()) OR (SELECT app_role()) = 'system');
CREATE POLICY own_employer ON contact_persons
  USING ((SELECT app_role()) = 'employer' AND employer_id = (SELECT app_employer()));

ALTER TABLE employer_contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE employer_contacts FORCE ROW LEVEL SECURITY;
CREATE POLICY staff ON employer_contacts USING ((SELECT is_staff()));

ALTER TABLE import_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_runs FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_of_association ON import_runs
  USING ((SELECT app_role()) IN ('coordinator', 'admin') AND association_id = (SELECT app_association()));

-- Time passes for everyone: search hides what nobody has confirmed for 120 days. Never deleted.
CREATE FUNCTION hide_unconfirmed_placements() RETURNS integer LANGUAGE sql AS $$
  WITH hidden AS (
    UPDATE placements SET listed = false
     WHERE listed AND last_confirmed_on < (now() AT TIME ZONE 'Europe/Stockholm')::date - 120
    RETURNING 1)
  SELECT count(*)::integer FROM hidden
$$;
