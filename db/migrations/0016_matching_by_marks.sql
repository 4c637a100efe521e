-- Matching reads marks instead of rows. Placements that lie together (about two thousand) make a block; a block has one
-- string of bits for every mark that matching asks for ("asks no more lifting than 2", "offers a quiet room"): one bit
-- a placement. Which of them fit is then a conjunction of thirty such strings, and only the few that can come
-- among the best are read. 0011 scanned an index around the person instead, which took long in a big town for somebody
-- whom few places suit; its indexes, six times over the same rows, go.
DROP FUNCTION best_placements, matchable_on_sheets, matchable_around, sheet_sides, ring_sides;
DROP INDEX placements_matchable, placements_by_first_task, placements_by_second_task, placements_by_third_task,
  placements_with_many_tasks;
DROP FUNCTION task_sheet, but_first;

-- What can be proposed to somebody at all, by square (0006).
CREATE INDEX placements_matchable ON placements (cell)
  WHERE status = 'published' AND employer_appetite <> 'not_now' AND claimed < capacity;

-- A block holds the squares from `from_cell` up to but not with `to_cell`; together the blocks hold all squares.
CREATE TABLE match_blocks (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_cell integer NOT NULL,
  to_cell integer NOT NULL,
  bounds box,
  -- Their ids, in the order of the bits.
  placements integer[] NOT NULL
);
ALTER TABLE match_blocks ALTER placements SET STORAGE EXTERNAL;
CREATE INDEX match_blocks_by_bounds ON match_blocks USING gist (bounds);
-- No row: no placement of the block has that mark.
CREATE TABLE match_marks (
  block_id integer NOT NULL REFERENCES match_blocks ON DELETE CASCADE,
  mark smallint NOT NULL,
  bits bit varying NOT NULL,
  PRIMARY KEY (block_id, mark)
);
-- What has changed since its block was written: read straight from the placements. Rows are only added; writing the
-- blocks anew takes them away. So a change never waits for another one, and no snapshot misses a placement.
CREATE TABLE match_changes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  placement_id integer NOT NULL,
  cell integer NOT NULL,
  point point NOT NULL
);

-- The hours that have marks; others take the next one that lets pass more.
CREATE FUNCTION match_hours() RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{2,4,5,6,8,10,12,15,20,25,30,35,40}'::integer[]
$$;

-- The marks. A number says what it means:
--   0             every placement
--   1–30          1 + 3 x demand + ability: the demand leaves room for that ability (match_floor, 0011)
--   100 + mask    one of these kinds
--   200 + hours   can be had with at most so many hours a week; 300 + hours: with at least so many
--   400 + hours   the shortest day is at most so long
--   500 + level   offers at least that support;  510 asks for no licence;  520 public, 521 and for signed in
--   530 + days    is open so many days a week
--   600 + nr      offers the adaptation;  700 + nr has the task (places in the vocabulary)
CREATE FUNCTION write_match_block(first_cell integer, end_cell integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  written integer;
BEGIN
  INSERT INTO match_blocks (from_cell, to_cell, bounds, placements)
  SELECT first_cell, end_cell,
         box(point(max(point[0]), max(point[1])), point(min(point[0]), min(point[1]))),
         coalesce(array_agg(id ORDER BY id), '{}')
    FROM placements
   WHERE cell >= first_cell AND cell < end_cell
     AND status = 'published' AND employer_appetite <> 'not_now' AND claimed < capacity
  RETURNING id INTO written;
  INSERT INTO match_marks (block_id, mark, bits)
  WITH held AS MATERIALIZED (
    SELECT p.match_floor, p.kinds_mask, p.match_hours_min, p.match_hours_max, p.match_shortest_day, p.support_level,
           p.requirements_mask, p.visibility, p.weekdays_mask, p.adaptations_mask, p.tasks_mask,
           (held.position - 1) / 64 AS word, 1::bigint << (63 - (held.position - 1) % 64)::integer AS one
      FROM match_blocks b, unnest(b.placements) WITH ORDINALITY AS held(id, position)
      JOIN placements p ON p.id = held.id
     WHERE b.id = written),
  marked AS (
    SELECT 0 AS mark, word, one FROM held
    UNION ALL
    SELECT 1 + 3 * demand + ability, word, one
      FROM held, generate_series(0, 9) AS demand, generate_series(0, 2) AS ability
     WHERE (match_floor >> (3 * demand)) & 7 <= ability
    UNION ALL
    SELECT 100 + kinds, word, one FROM held, generate_series(1, 15) AS kinds WHERE kinds_mask & kinds <> 0
    UNION ALL
    SELECT 200 + hours, word, one FROM held, unnest(match_hours()) AS hours WHERE match_hours_min <= 10 * hours
    UNION ALL
    SELECT 300 + hours, word, one FROM held, unnest(match_hours()) AS hours WHERE match_hours_max >= 10 * hours
    UNION ALL
    SELECT 400 + hours, word, one FROM held, generate_series(1, 8) AS hours WHERE match_shortest_day <= 10 * hours
    UNION ALL
    SELECT 500 + support, word, one FROM held, generate_series(1, 3) AS support WHERE support_level >= support
    UNION ALL
    SELECT 510, word, one FROM held WHERE requirements_mask & 1 = 0
    UNION ALL
    SELECT 520, word, one FROM held WHERE visibility = 'public'
    UNION ALL
    SELECT 521, word, one FROM held WHERE visibility IN ('public', 'signed_in')
    UNION ALL
    SELECT 530 + days, word, one FROM held, generate_series(1, 7) AS days
     WHERE bit_count(weekdays_mask::bit(8)) >= days
    UNION ALL
    SELECT 600 + nr, word, one FROM held, generate_series(0, 9) AS nr WHERE adaptations_mask & (1 << nr) <> 0
    UNION ALL
    SELECT 700 + nr, word, one FROM held, generate_series(0, 27) AS nr WHERE tasks_mask & (1 << nr) <> 0),
  -- Sixty-four at a time, as whole numbers: many times quicker than a long string of bits for each.
  words AS MATERIALIZED (SELECT mark, word, bit_or(one) AS bits FROM marked GROUP BY mark, word)
  SELECT written, mark, string_agg(coalesce(words.bits, 0)::bit(64)::text, '' ORDER BY word)::bit varying
    FROM (SELECT DISTINCT mark FROM words) AS marks
   CROSS JOIN (SELECT generate_series(0, (cardinality(placements) - 1) / 64)::bigint AS word
                 FROM match_blocks WHERE id = written) AS every_word
    LEFT JOIN words USING (mark, word)
   GROUP BY mark;
END $$;

-- About so many placements in a block.
CREATE FUNCTION match_block_size() RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 2048 $$;

-- Writes anew blocks in which something has changed, those with most changes first, and splits those that have grown.
-- Only one at a time; a second one leaves it be. Answers how many changes were taken in.
CREATE FUNCTION refresh_match_blocks(most_blocks integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  taken integer;
  stale integer[];
  stretch record;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('praktikkartan:refresh_match_blocks')) THEN
    RETURN 0;
  END IF;
  stale := ARRAY(
    SELECT b.id FROM match_changes c JOIN match_blocks b ON c.cell >= b.from_cell AND c.cell < b.to_cell
     GROUP BY b.id ORDER BY count(*) DESC LIMIT most_blocks);
  -- First take the changes, then read the placements: what changes in between stays to be taken next time.
  DELETE FROM match_changes c USING match_blocks b
   WHERE b.id = ANY (stale) AND c.cell >= b.from_cell AND c.cell < b.to_cell;
  GET DIAGNOSTICS taken = ROW_COUNT;
  FOR stretch IN
    WITH gone AS (DELETE FROM match_blocks WHERE id = ANY (stale) RETURNING from_cell, to_cell),
    held AS (
      SELECT g.from_cell, p.cell, count(*) OVER block AS n, row_number() OVER (block ORDER BY p.cell) - 1 AS nr
        FROM gone g JOIN placements p ON p.cell >= g.from_cell AND p.cell < g.to_cell
       WHERE p.status = 'published' AND p.employer_appetite <> 'not_now' AND p.claimed < p.capacity
      WINDOW block AS (PARTITION BY g.from_cell)),
    parts AS (
      SELECT from_cell, cell, floor(nr * greatest(1, round(n / match_block_size()::numeric)) / n) AS part FROM held),
    begins AS (
      SELECT from_cell FROM gone
      UNION
      SELECT min(cell) FROM parts WHERE part > 0 GROUP BY from_cell, part)
    SELECT b.from_cell, least(lead(b.from_cell) OVER (ORDER BY b.from_cell), g.to_cell) AS to_cell
      FROM begins b JOIN gone g ON b.from_cell >= g.from_cell AND b.from_cell < g.to_cell
  LOOP
    PERFORM write_match_block(stretch.from_cell, stretch.to_cell);
  END LOOP;
  RETURN taken;
END $$;

-- After a load without triggers: all blocks anew.
CREATE FUNCTION rewrite_match_blocks() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('praktikkartan:refresh_match_blocks'));
  DELETE FROM match_changes;
  DELETE FROM match_blocks;
  INSERT INTO match_blocks (from_cell, to_cell, placements) VALUES (0, 4194304, '{}');
  INSERT INTO match_changes (placement_id, cell, point) VALUES (0, 0, '(0,0)');
  PERFORM refresh_match_blocks(1);
END $$;

-- Remembers what one statement changed, where it was and where it is.
CREATE FUNCTION note_match_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO match_changes (placement_id, cell, point) SELECT id, cell, point FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO match_changes (placement_id, cell, point) SELECT id, cell, point FROM old_rows;
  ELSE
    INSERT INTO match_changes (placement_id, cell, point)
    SELECT place.id, place.cell, place.point
      FROM old_rows o JOIN new_rows w USING (id)
     CROSS JOIN LATERAL (
       SELECT w.id, w.cell, w.point
       UNION ALL SELECT o.id, o.cell, o.point WHERE o.point <-> w.point > 0) AS place
     WHERE (o.status = 'published' AND o.employer_appetite <> 'not_now' AND o.claimed < o.capacity, o.visibility,
         o.match_floor, o.kinds_mask, o.match_hours_min, o.match_hours_max, o.match_shortest_day, o.weekdays_mask,
         o.support_level, o.adaptations_mask, o.tasks_mask, o.requirements_mask, o.point[0], o.point[1])
       IS DISTINCT FROM
       (w.status = 'published' AND w.employer_appetite <> 'not_now' AND w.claimed < w.capacity, w.visibility,
         w.match_floor, w.kinds_mask, w.match_hours_min, w.match_hours_max, w.match_shortest_day, w.weekdays_mask,
         w.support_level, w.adaptations_mask, w.tasks_mask, w.requirements_mask, w.point[0], w.point[1]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_inserted AFTER INSERT ON placements REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_match_changes();
CREATE TRIGGER note_updated AFTER UPDATE ON placements REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_match_changes();
CREATE TRIGGER note_deleted AFTER DELETE ON placements REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_match_changes();

-- Which of a block's placements the bits name.
CREATE FUNCTION members_of(placements integer[], bits bit varying) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  members integer[] := '{}';
  before integer := 0;
  step integer;
BEGIN
  LOOP
    step := position(B'1' IN bits);
    EXIT WHEN step = 0;
    before := before + step;
    members := members || placements[before];
    bits := substring(bits FROM step + 1);
  END LOOP;
  RETURN members;
END $$;

-- The placements among which the `wanted` best for one person surely are, each with its score before rounding. The
-- blocks around the person are asked from near to far, until the next lies too far away to come among the best. Each
-- tells by its marks which of its placements can fit, in classes by what they offer: of one class none has more points
-- than its `most`. Classes are read best first, some at a time, until no other can come among the best. Marks let pass
-- a little too much; the placements themselves decide, as they are now. Scores within a tenth of the last of the best
-- are kept too: the order is by score with one decimal, then by distance, and app/domain/matching decides it.
CREATE FUNCTION best_placements(
  place point, max_metres float8, visible text[], accepted_kinds integer,
  -- start hours in tenths, rounded towards what fits; the longest shortest day in tenths; days a week; days that suit
  start_floor integer, start_ceiling integer, longest_shift integer, days_needed integer, days integer,
  -- (ability | 4) of each demand, packed
  abilities integer, support integer, licence boolean, age integer, no_employers integer[], no_workplaces integer[],
  needed integer, wished integer, wished_groups integer,
  start_hours float8, target_hours float8,
  weight_demands float8, weight_adaptations float8, weight_wishes float8, weight_distance float8, weight_growth float8,
  weight_support float8, wanted integer
) RETURNS TABLE (id integer, score float8) LANGUAGE plpgsql STABLE PARALLEL SAFE
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET max_parallel_workers_per_gather = 0 SET jit = off AS $$
#variable_conflict use_column
DECLARE
  needed_count constant integer := bit_count(needed::bit(32));
  growth_an_hour constant float8 :=
    CASE WHEN target_hours > start_hours THEN 1 / (target_hours - start_hours) ELSE 0 END;
  -- Three steps of room to grow.
  step_hours constant integer[] := ARRAY(
    SELECT (SELECT max(hours) FROM unnest(match_hours()) AS hours
             WHERE hours <= greatest(2, start_hours + (target_hours - start_hours) * step / 3.0))
      FROM generate_series(1, 3) AS step);
  growth constant float8[] := ARRAY(SELECT greatest(0, least(1, (hours - start_hours) * growth_an_hour))
    FROM unnest(step_hours) AS hours);
  reach constant box := box(point(place[0] - max_metres, place[1] - max_metres),
    point(place[0] + max_metres, place[1] + max_metres));
  must constant integer[] := array_remove(ARRAY[0, 100 + accepted_kinds]
    || ARRAY(SELECT 1 + 3 * demand + ((abilities >> (3 * demand)) & 3) FROM generate_series(0, 9) AS demand
              WHERE (abilities >> (3 * demand)) & 3 < 3)
    || (SELECT 200 + min(hours) FROM unnest(match_hours()) AS hours WHERE 10 * hours >= start_floor)
    || (SELECT 300 + max(hours) FROM unnest(match_hours()) AS hours WHERE 10 * hours <= start_ceiling)
    || CASE WHEN longest_shift <= 80 THEN 400 + ceil(longest_shift / 10.0)::integer END
    || CASE WHEN support >= 2 THEN 499 + support END
    || CASE WHEN NOT licence THEN 510 END
    || CASE WHEN NOT 'coordinators' = ANY (visible) THEN CASE WHEN 'signed_in' = ANY (visible) THEN 521 ELSE 520 END END
    || (530 + days_needed), NULL);
  needs constant integer[] := ARRAY(SELECT 600 + nr FROM generate_series(0, 9) AS nr WHERE needed & (1 << nr) <> 0);
  wishes constant integer[] := ARRAY(SELECT 700 + nr FROM generate_series(0, 27) AS nr WHERE wished & (1 << nr) <> 0);
  near_wishes constant integer[] :=
    ARRAY(SELECT 700 + nr FROM generate_series(0, 27) AS nr WHERE wished_groups & ~wished & (1 << nr) <> 0);
  marks constant integer[] := must || needs || wishes || near_wishes
    || ARRAY(SELECT 300 + hours FROM unnest(step_hours) AS hours);
  most_otherwise constant float8 := weight_demands + weight_support;
  must_count constant integer := cardinality(must);
  -- The blocks within reach, the nearest first, and the points that their nearest corner has for its distance.
  near_blocks integer[];
  near_points float8[];
  step integer := 16;
  first integer := 1;
  -- Classes of the blocks at hand, those with most points first, and how many placements up to and with each.
  class_blocks integer[];
  class_bits bit varying[];
  class_mosts float8[];
  class_sums bigint[];
  class_count integer;
  next_class integer;
  last_class integer;
  enough integer;
  some_ids integer[] := ARRAY(SELECT DISTINCT c.placement_id FROM match_changes c WHERE c.point <@ reach);
  lowest float8 := -1;
  ids integer[] := '{}';
  scores float8[] := '{}';
BEGIN
  SELECT coalesce(array_agg(n.id ORDER BY n.points DESC), '{}'),
         coalesce(array_agg(n.points ORDER BY n.points DESC), '{}')
    INTO near_blocks, near_points
    FROM (SELECT b.id, weight_distance * CASE WHEN max_metres > 0
                   THEN greatest(0, 1 - (place <-> b.bounds) / max_metres) ELSE 1 END AS points
            FROM match_blocks b WHERE b.bounds && reach) AS n;
  LOOP
    -- The classes of the next blocks.
    SELECT coalesce(array_agg(o.block_id), '{}'), coalesce(array_agg(o.bits), '{}'), coalesce(array_agg(o.most), '{}'),
           coalesce(array_agg(o.sum), '{}')
      INTO class_blocks, class_bits, class_mosts, class_sums
      FROM (
        WITH marked AS MATERIALIZED (
          SELECT n.points, m.block_id, bit_and(m.bits) FILTER (WHERE m.mark = ANY (must)) AS fit,
                 bit_or(m.bits) FILTER (WHERE m.mark = ANY (wishes)) AS wish,
                 bit_or(m.bits) FILTER (WHERE m.mark = ANY (near_wishes)) AS near_wish,
                 bit_and(m.bits) FILTER (WHERE m.mark = ANY (needs)) AS offered,
                 bit_or(m.bits) FILTER (WHERE m.mark = 300 + step_hours[1]) AS grows_little,
                 bit_or(m.bits) FILTER (WHERE m.mark = 300 + step_hours[2]) AS grows_more,
                 bit_or(m.bits) FILTER (WHERE m.mark = 300 + step_hours[3]) AS grows_most
            FROM unnest(near_blocks[first : first + step - 1], near_points[first : first + step - 1]) AS n(id, points)
            JOIN match_marks m ON m.block_id = n.id
           WHERE m.mark = ANY (marks)
           GROUP BY m.block_id, n.points
          HAVING count(*) FILTER (WHERE m.mark = ANY (must)) = must_count),
        filled AS MATERIALIZED (
          SELECT block_id, points, fit, coalesce(wish, fit # fit) AS wish, coalesce(near_wish, fit # fit) AS near_wish,
                 coalesce(offered, fit # fit) AS offered, coalesce(grows_little, fit # fit) AS grows_little,
                 coalesce(grows_more, fit # fit) AS grows_more, coalesce(grows_most, fit # fit) AS grows_most
            FROM marked WHERE bit_count(fit) > 0),
        classed AS (
          SELECT f.block_id, w.bits & a.bits & g.bits AS bits,
                 most_otherwise + f.points + weight_wishes * w.share + weight_adaptations * a.share
                   + weight_growth * g.share AS most
            FROM filled f
           CROSS JOIN LATERAL (
             SELECT 0.5::float8 AS share, fit AS bits WHERE wished = 0
             UNION ALL SELECT 1, fit & wish WHERE wished <> 0
             UNION ALL SELECT 0.6, fit & near_wish & ~ wish WHERE wished <> 0
             UNION ALL SELECT 0, fit & ~ (near_wish | wish) WHERE wished <> 0) AS w
           CROSS JOIN LATERAL (
             SELECT 1::float8 AS share, fit AS bits WHERE needed = 0
             UNION ALL SELECT 1, offered WHERE needed <> 0
             UNION ALL SELECT 1 - 1.0 / needed_count, ~ offered WHERE needed <> 0) AS a
           CROSS JOIN LATERAL (
             SELECT 1::float8 AS share, fit AS bits WHERE growth_an_hour = 0
             UNION ALL SELECT 1, grows_most WHERE growth_an_hour > 0
             UNION ALL SELECT growth[3], grows_more & ~ grows_most WHERE growth_an_hour > 0
             UNION ALL SELECT growth[2], grows_little & ~ grows_more WHERE growth_an_hour > 0
             UNION ALL SELECT growth[1], ~ grows_little WHERE growth_an_hour > 0) AS g
           WHERE bit_count(w.bits) > 0)
        SELECT c.block_id, c.bits, c.most,
               sum(bit_count(c.bits)) OVER (ORDER BY c.most DESC ROWS UNBOUNDED PRECEDING) AS sum
          FROM classed c WHERE bit_count(c.bits) > 0 AND c.most >= lowest - 0.100001
         ORDER BY c.most DESC) AS o;
    class_count := cardinality(class_blocks);
    next_class := 1;
    LOOP
      IF next_class <= class_count AND class_mosts[next_class] >= lowest - 0.100001 THEN
        enough := CASE next_class WHEN 1 THEN 2 * wanted ELSE 2 * class_sums[next_class - 1] END;
        last_class := next_class;
        WHILE last_class < class_count AND class_sums[last_class] < enough
            AND class_mosts[last_class + 1] >= lowest - 0.100001 LOOP
          last_class := last_class + 1;
        END LOOP;
        some_ids := some_ids || ARRAY(
          SELECT unnest(members_of(b.placements, chosen.bits))
            FROM (SELECT c.block_id, bit_or(c.bits) AS bits
                    FROM unnest(class_blocks[next_class : last_class], class_bits[next_class : last_class])
                      AS c(block_id, bits)
                   GROUP BY c.block_id) AS chosen
            JOIN match_blocks b ON b.id = chosen.block_id);
        next_class := last_class + 1;
      END IF;
      EXIT WHEN cardinality(some_ids) = 0;
      WITH fitting AS (
        SELECT p.id, p.tasks_mask, p.support_level, p.adaptations_mask, p.match_hours_max, p.match_demands,
               p.point <-> place AS metres
          FROM (SELECT DISTINCT one FROM unnest(some_ids) AS one) AS asked
          JOIN placements p ON p.id = one
         WHERE p.status = 'published' AND p.employer_appetite <> 'not_now' AND p.claimed < p.capacity
           AND (abilities - p.match_floor) & 613566756 = 613566756 AND p.match_hours_min <= start_floor
           AND p.kinds_mask & accepted_kinds <> 0
           AND p.match_hours_max >= start_ceiling
           AND p.match_shortest_day <= longest_shift
           AND bit_count((p.weekdays_mask & days)::bit(8)) >= days_needed
           AND p.support_level >= support - 1
           AND (licence OR p.requirements_mask & 1 = 0)
           AND (age IS NULL OR ((p.age_min IS NULL OR p.age_min <= age) AND (p.age_max IS NULL OR p.age_max >= age)))
           AND p.employer_id <> ALL (no_employers) AND p.workplace_id <> ALL (no_workplaces)
           AND p.visibility = ANY (visible)
           AND (p.point <-> place) <= max_metres),
      scored AS (
        SELECT f.id, weight_demands * (10 + bit_count(((abilities - f.match_demands) & 613566756)::bit(32))) / 20
            + CASE WHEN needed = 0 THEN weight_adaptations
                ELSE weight_adaptations * bit_count((f.adaptations_mask & needed)::bit(32)) / needed_count END
            + weight_wishes * CASE WHEN wished = 0 THEN 0.5 WHEN f.tasks_mask & wished <> 0 THEN 1
                WHEN f.tasks_mask & wished_groups <> 0 THEN 0.6 ELSE 0 END
            + weight_distance * CASE WHEN max_metres > 0 THEN greatest(0, 1 - f.metres / max_metres) ELSE 1 END
            + weight_growth * CASE WHEN growth_an_hour = 0 THEN 1
                ELSE least(1, (f.match_hours_max / 10.0::float8 - start_hours) * growth_an_hour) END
            + weight_support * CASE WHEN f.support_level >= support THEN 1 ELSE 0.5 END AS score
          FROM fitting f),
      gathered AS (
        SELECT g.id, max(g.score) AS score
          FROM (SELECT s.id, s.score FROM scored s WHERE s.score >= lowest - 0.100001
                UNION ALL SELECT * FROM unnest(ids, scores)) AS g
         GROUP BY g.id)
      SELECT coalesce(array_agg(g.id), '{}'), coalesce(array_agg(g.score), '{}'),
             coalesce((SELECT o.score FROM gathered o ORDER BY o.score DESC OFFSET wanted - 1 LIMIT 1), -1)
        INTO ids, scores, lowest FROM gathered g;
      some_ids := '{}';
    END LOOP;
    first := first + step;
    EXIT WHEN first > cardinality(near_blocks)
      OR most_otherwise + weight_adaptations + weight_growth + weight_wishes * CASE WHEN wished = 0 THEN 0.5 ELSE 1 END
        + near_points[first] < lowest - 0.100001;
    step := 2 * step;
  END LOOP;
  RETURN QUERY SELECT * FROM unnest(ids, scores) AS found(id, score) WHERE found.score >= lowest - 0.100001;
END $$;

SELECT rewrite_match_blocks();
