-- Free slots at any date: they follow from agreements and holds. domain.md "Agreement"; docs/decisions/008.

-- The first day of a hold: the planned start. NULL: from now on. A hold has no last day, it ends by itself.
ALTER TABLE proposals ADD COLUMN slot_from date;
-- The days for which an agreement has its slot, both included; NULL is open. Of a text that is out and of the one in
-- force together, so that a longer time is never promised twice.
ALTER TABLE agreements ADD COLUMN slot_from date, ADD COLUMN slot_until date, ADD CHECK (slot_from <= slot_until);
SELECT set_config('app.role', 'system', true);
UPDATE agreements SET slot_from = starts_on, slot_until = ends_on WHERE holds_slot;
SELECT set_config('app.role', '', true);

DROP INDEX agreements_holding_slots;
CREATE INDEX agreements_holding_slots ON agreements (placement_id, slot_until) WHERE holds_slot;
CREATE INDEX agreements_slots_by_end ON agreements (slot_until) WHERE holds_slot;
-- Full today: among these a later start is looked for.
CREATE INDEX placements_full ON placements USING gist (point) WHERE status = 'published' AND claimed >= capacity;

CREATE FUNCTION swedish_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (now() AT TIME ZONE 'Europe/Stockholm')::date
$$;

-- The most slots that are taken on one day, from the first to the last (both included, infinity allowed). It is reached
-- on the first day or on one where somebody begins. `but`: an agreement that is not counted. Sees what the role sees:
-- the functions below ask as the product itself.
CREATE FUNCTION most_slots_taken(placement integer, first_day date, last_day date, but uuid DEFAULT NULL)
RETURNS integer LANGUAGE sql STABLE AS $$
  WITH held AS (
    SELECT coalesce(o.slot_from, '-infinity') AS begins, 'infinity'::date AS ends
      FROM proposals o WHERE o.placement_id = placement AND o.holds_slot
    UNION ALL
    SELECT coalesce(g.slot_from, '-infinity'), coalesce(g.slot_until, 'infinity')
      FROM agreements g WHERE g.placement_id = placement AND g.holds_slot AND g.id IS DISTINCT FROM but),
  days AS (
    SELECT first_day AS day UNION SELECT begins FROM held WHERE begins > first_day AND begins <= last_day)
  SELECT coalesce(max((SELECT count(*) FROM held WHERE day BETWEEN begins AND ends)), 0)::integer FROM days
$$;

-- Whether somebody can have a slot on all of these days (NULL is open; what has been does not count). With `lock`, the
-- placement's row decides between many at once: whoever waited reads what the others left.
CREATE FUNCTION has_free_slot(placement integer, first_day date, last_day date, but uuid, lock boolean)
RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := coalesce(app_role(), '');
  room integer;
  taken integer;
BEGIN
  IF lock THEN
    SELECT capacity INTO room FROM placements WHERE id = placement
       AND (status = 'published' OR EXISTS (SELECT FROM agreements WHERE id = but AND holds_slot))
       FOR NO KEY UPDATE;
  ELSE
    SELECT capacity INTO room FROM placements WHERE id = placement;
  END IF;
  IF room IS NULL THEN RETURN false; END IF;
  PERFORM set_config('app.role', 'system', true);
  taken := most_slots_taken(placement, greatest(first_day, swedish_today()), coalesce(last_day, 'infinity'), but);
  PERFORM set_config('app.role', asking, true);
  RETURN taken < room;
END $$;

-- Free slots from a day on: numbers only, whoever asks.
CREATE FUNCTION free_slots_from(placement_ids integer[], on_day date)
RETURNS TABLE (placement integer, free integer) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := coalesce(app_role(), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    SELECT p.id, greatest(0, p.capacity - most_slots_taken(p.id, greatest(on_day, swedish_today()), 'infinity'))
      FROM placements p WHERE p.id = ANY (placement_ids);
  PERFORM set_config('app.role', asking, true);
END $$;
DROP FUNCTION free_slots_on;

-- The first day from which a slot is free: today, the day after somebody's last, or NULL when nobody knows.
CREATE FUNCTION next_free_day(wanted integer) RETURNS date LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := coalesce(app_role(), '');
  found date;
BEGIN
  PERFORM set_config('app.role', 'system', true);
  SELECT min(d.day) INTO found
    FROM placements p,
         (SELECT swedish_today() AS day UNION
          SELECT g.slot_until + 1 FROM agreements g
           WHERE g.placement_id = wanted AND g.holds_slot AND g.slot_until >= swedish_today()) AS d
   WHERE p.id = wanted AND most_slots_taken(wanted, d.day, 'infinity') < p.capacity;
  PERFORM set_config('app.role', asking, true);
  RETURN found;
END $$;

-- Placements around a point that are full today and have a free slot from a day on: what matching adds for a later start.
CREATE FUNCTION free_later(origin point, metres float8, seen_as text[], on_day date)
RETURNS SETOF integer LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  asking text := coalesce(app_role(), '');
BEGIN
  PERFORM set_config('app.role', 'system', true);
  RETURN QUERY
    SELECT p.id FROM placements p
     WHERE p.status = 'published' AND p.claimed >= p.capacity AND p.point <@ circle(origin, metres)
       AND p.visibility = ANY (seen_as) AND p.employer_appetite <> 'not_now'
       AND EXISTS (SELECT FROM agreements g WHERE g.placement_id = p.id AND g.holds_slot AND g.slot_until < on_day)
       AND most_slots_taken(p.id, greatest(on_day, swedish_today()), 'infinity') < p.capacity;
  PERFORM set_config('app.role', asking, true);
END $$;

-- The counter that search and matching read (the most slots taken on one day from today on) follows every hold and
-- agreement, whoever writes it; and nobody can be given a slot that is not there on one of the days.
CREATE FUNCTION slots_are_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asking text := coalesce(app_role(), '');
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  place integer;
  room integer;
  first_day date;
  last_day date;
BEGIN
  FOR place IN SELECT DISTINCT (side ->> 'placement_id')::integer FROM unnest(ARRAY[before, after]) AS side
                WHERE (side ->> 'holds_slot')::boolean ORDER BY 1 LOOP
    SELECT capacity INTO room FROM placements WHERE id = place FOR NO KEY UPDATE;
    PERFORM set_config('app.role', 'system', true);
    IF (after ->> 'holds_slot')::boolean AND (after ->> 'placement_id')::integer = place THEN
      first_day := greatest((after ->> 'slot_from')::date, swedish_today());
      last_day := coalesce((after ->> 'slot_until')::date, 'infinity');
      -- Fewer days of what one has already are never refused.
      IF NOT (coalesce((before ->> 'holds_slot')::boolean, false)
              AND (before ->> 'placement_id')::integer = place
              AND first_day >= greatest((before ->> 'slot_from')::date, swedish_today())
              AND last_day <= coalesce((before ->> 'slot_until')::date, 'infinity'))
         AND most_slots_taken(place, first_day, last_day) > room THEN
        RAISE EXCEPTION 'placement % has no free slot from % to %', place, first_day, last_day
          USING ERRCODE = 'check_violation';
      END IF;
    END IF;
    UPDATE placements p SET claimed = taken.most
      FROM (SELECT most_slots_taken(place, swedish_today(), 'infinity') AS most) AS taken
     WHERE p.id = place AND p.claimed <> taken.most;
    PERFORM set_config('app.role', asking, true);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER slots_are_counted_of_new AFTER INSERT ON proposals
  FOR EACH ROW WHEN (NEW.holds_slot) EXECUTE FUNCTION slots_are_counted();
CREATE TRIGGER slots_are_counted_of_changed AFTER UPDATE OF holds_slot, slot_from, placement_id ON proposals
  FOR EACH ROW WHEN ((OLD.holds_slot, OLD.slot_from, OLD.placement_id)
    IS DISTINCT FROM (NEW.holds_slot, NEW.slot_from, NEW.placement_id)) EXECUTE FUNCTION slots_are_counted();
CREATE TRIGGER slots_are_counted_of_gone AFTER DELETE ON proposals
  FOR EACH ROW WHEN (OLD.holds_slot) EXECUTE FUNCTION slots_are_counted();
CREATE TRIGGER slots_are_counted_of_new AFTER INSERT ON agreements
  FOR EACH ROW WHEN (NEW.holds_slot) EXECUTE FUNCTION slots_are_counted();
CREATE TRIGGER slots_are_counted_of_changed AFTER UPDATE OF holds_slot, slot_from, slot_until, placement_id ON agreements
  FOR EACH ROW WHEN ((OLD.holds_slot, OLD.slot_from, OLD.slot_until, OLD.placement_id)
    IS DISTINCT FROM (NEW.holds_slot, NEW.slot_from, NEW.slot_until, NEW.placement_id))
  EXECUTE FUNCTION slots_are_counted();
CREATE TRIGGER slots_are_counted_of_gone AFTER DELETE ON agreements
  FOR EACH ROW WHEN (OLD.holds_slot) EXECUTE FUNCTION slots_are_counted();
