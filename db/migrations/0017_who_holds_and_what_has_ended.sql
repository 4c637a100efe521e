-- The last slot is taken: by whom, so that one coordinator can ask another. The name as it was when the slot was taken.
ALTER TABLE proposals ADD COLUMN held_by_name text;

-- Slots are shared by all associations, people are not: staff learn a colleague's name, association and day, from any
-- association, and nothing of whom the slot is for. The role is changed for one statement and given back.
CREATE FUNCTION slot_holders(placement integer)
RETURNS TABLE (holder text, association text, until timestamptz) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := app_role();
BEGIN
  IF NOT coalesce(is_staff(), false) THEN RETURN; END IF;
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    SELECT o.held_by_name, a.name, o.hold_until
      FROM proposals o JOIN associations a ON a.id = o.association_id
     WHERE o.placement_id = placement AND o.holds_slot
     ORDER BY o.hold_until NULLS LAST, o.id;
  PERFORM set_config('app.role', asking, true);
END $$;
CREATE INDEX proposals_holding_slots ON proposals (placement_id) WHERE holds_slot;

-- What has ended is swept away once an hour.
CREATE INDEX auth_sessions_expires_at ON auth_sessions (expires_at);
CREATE INDEX auth_verifications_expires_at ON auth_verifications (expires_at);
