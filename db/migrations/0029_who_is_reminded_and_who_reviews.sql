-- For which day the contact owner has had a mail "ask again": one mail a day named, however often the job runs.
ALTER TABLE employers ADD COLUMN ask_again_mailed_for date;

-- Who looks a listing through. The coordinators of the associations that have the municipality; when they have none,
-- the administrators of those associations; when there are none of those either (no association has the municipality),
-- every association's administrators. Nobody's listing waits unseen.
CREATE FUNCTION reviewers_of(municipality text) RETURNS TABLE (user_id text, role text, association_id integer)
LANGUAGE sql STABLE SET app.role = 'identity' AS $$
  WITH staff AS (
    SELECT m.user_id, m.role, m.association_id, EXISTS (
             SELECT FROM association_municipalities a
              WHERE a.association_id = m.association_id AND a.municipality_code = municipality) AS is_there
      FROM memberships m WHERE m.role IN ('coordinator', 'admin')),
  in_turn AS (
    SELECT s.*, CASE WHEN s.role = 'coordinator' THEN 1 WHEN s.is_there THEN 2 ELSE 3 END AS turn
      FROM staff s WHERE s.is_there OR s.role = 'admin')
  SELECT DISTINCT i.user_id, i.role, i.association_id
    FROM in_turn i WHERE i.turn = (SELECT min(turn) FROM in_turn)
$$;
-- Whether the administrator who asks is one of them.
CREATE FUNCTION reviews_as_administrator(municipality text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app_role() = 'admin' AND EXISTS (
    SELECT FROM reviewers_of(municipality) r
     WHERE r.user_id = app_user() AND r.role = 'admin' AND r.association_id = app_association())
$$;

CREATE POLICY administrators_in_turn ON placement_offers
  USING ((SELECT app_role()) = 'admin' AND EXISTS (
    SELECT FROM placements p WHERE p.id = placement_id AND reviews_as_administrator(p.municipality_code)));
CREATE POLICY administrators_in_turn ON placement_reviews
  USING ((SELECT app_role()) = 'admin' AND EXISTS (
    SELECT FROM placements p WHERE p.id = placement_id AND reviews_as_administrator(p.municipality_code)));
