-- A day that was taken back and is written again goes on counting: a form that was read before is told so, and what was
-- written first stands among what was written earlier. As the product itself: the history is the staff's to read.
CREATE POLICY product_itself_reads ON attendance_history FOR SELECT USING ((SELECT app_role()) = 'system');

CREATE FUNCTION attendance_next_version(agreement uuid, of_day date) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := coalesce(app_role(), '');
  counted integer;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  SELECT coalesce(max(h.version), 0) + 1 INTO counted FROM attendance_history h
   WHERE h.agreement_id = agreement AND h.day = of_day;
  PERFORM set_config('app.role', asking, true);
  RETURN counted;
END $$;
