-- Nobody takes away what an employer said afterwards, nor how to get to a place: it is read, written and written anew. When an
-- agreement is erased it goes along, past these policies.
DROP POLICY own_employer ON employer_lessons;
DROP POLICY product_itself ON employer_lessons;
CREATE POLICY own_employer ON employer_lessons FOR SELECT
  USING ((SELECT app_role()) = 'employer' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY own_employer_says ON employer_lessons FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'employer' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY own_employer_says_anew ON employer_lessons FOR UPDATE
  USING ((SELECT app_role()) = 'employer' AND agreement_id IN (SELECT id FROM agreements));
-- With a mailed link.
CREATE POLICY product_itself ON employer_lessons FOR SELECT USING ((SELECT app_role()) = 'system');
CREATE POLICY product_itself_writes ON employer_lessons FOR INSERT WITH CHECK ((SELECT app_role()) = 'system');
CREATE POLICY product_itself_writes_anew ON employer_lessons FOR UPDATE USING ((SELECT app_role()) = 'system');

DROP POLICY staff_of_association ON agreement_ways;
DROP POLICY own_employer ON agreement_ways;
CREATE POLICY staff_of_association ON agreement_ways FOR SELECT
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY staff_write ON agreement_ways FOR INSERT
  WITH CHECK ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY staff_write_anew ON agreement_ways FOR UPDATE
  USING ((SELECT is_close_staff()) AND association_id = (SELECT app_association()));
CREATE POLICY own_employer ON agreement_ways FOR SELECT
  USING ((SELECT app_role()) = 'employer' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY own_employer_writes ON agreement_ways FOR INSERT
  WITH CHECK ((SELECT app_role()) = 'employer' AND agreement_id IN (SELECT id FROM agreements));
CREATE POLICY own_employer_writes_anew ON agreement_ways FOR UPDATE
  USING ((SELECT app_role()) = 'employer' AND agreement_id IN (SELECT id FROM agreements));
