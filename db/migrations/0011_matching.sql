-- Matching one person with a million placements (domain.md "Matching") must not read a million rows. What decides
-- whether a place fits is kept in a few small whole numbers beside the point, so that an index alone answers.

-- Ten levels of three bits each, the first demand lowest: so ten comparisons are one subtraction.
CREATE FUNCTION pack_levels(levels integer[]) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT levels[1] + 8 * (levels[2] + 8 * (levels[3] + 8 * (levels[4] + 8 * (levels[5] + 8 * (levels[6]
    + 8 * (levels[7] + 8 * (levels[8] + 8 * (levels[9] + 8 * levels[10]))))))))
$$;

-- The least ability that each demand leaves room for: one step below the demand where an offered adaptation eases it.
-- `asked` is packed, `adaptations` a mask. domain.md "Matching": a demand one step above the ability is no hinder when
-- it is eased; two steps always are. One bit is 8 ^ (the demand's place in the list).
CREATE FUNCTION demand_floor(asked integer, adaptations integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT asked - (
    -- a one in the lowest bit of each eased demand …
    ( CASE WHEN adaptations & 1 <> 0 THEN 64 ELSE 0 END                      -- eget_tempo: tempo
    | CASE WHEN adaptations & 2 <> 0 THEN 64 + 8 + 32768 ELSE 0 END          -- tata_pauser: tempo, staende, koncentration
    | CASE WHEN adaptations & 4 <> 0 THEN 4096 + 32768 ELSE 0 END            -- tyst_rum: buller, koncentration
    | CASE WHEN adaptations & 8 <> 0 THEN 8 ELSE 0 END                       -- sittande_arbete: staende
    | CASE WHEN adaptations & 16 <> 0 THEN 1 + 134217728 ELSE 0 END          -- hjalpmedel: lyft, finmotorik
    | CASE WHEN adaptations & 32 <> 0 THEN 262144 + 512 ELSE 0 END           -- fast_handledare: sjalvstandighet, sociala_kontakter
    | CASE WHEN adaptations & 64 <> 0 THEN 8 + 32768 + 64 ELSE 0 END         -- korta_pass: staende, koncentration, tempo
    | CASE WHEN adaptations & 128 <> 0 THEN 16777216 + 32768 ELSE 0 END      -- skriftliga_instruktioner: tala_svenska, koncentration
    | CASE WHEN adaptations & 256 <> 0 THEN 2097152 + 16777216 ELSE 0 END)   -- bildstod: lasa_skriva, tala_svenska
    -- … unless nothing is asked there.
    & (asked | (asked >> 1)))
$$;

ALTER TABLE placements
  ADD COLUMN match_demands integer NOT NULL GENERATED ALWAYS AS (pack_levels(ARRAY[demand_lyft, demand_staende,
    demand_tempo, demand_sociala_kontakter, demand_buller, demand_koncentration, demand_sjalvstandighet,
    demand_lasa_skriva, demand_tala_svenska, demand_finmotorik]::integer[])) STORED,
  ADD COLUMN match_floor integer NOT NULL GENERATED ALWAYS AS (demand_floor(pack_levels(ARRAY[demand_lyft,
    demand_staende, demand_tempo, demand_sociala_kontakter, demand_buller, demand_koncentration,
    demand_sjalvstandighet, demand_lasa_skriva, demand_tala_svenska, demand_finmotorik]::integer[]),
    word_mask(adaptations, '{eget_tempo,tata_pauser,tyst_rum,sittande_arbete,hjalpmedel,fast_handledare,korta_pass,skriftliga_instruktioner,bildstod,flexibel_start}'))) STORED,
  -- Hours in tenths.
  ADD COLUMN match_hours_min smallint NOT NULL GENERATED ALWAYS AS ((hours_min * 10)::smallint) STORED,
  ADD COLUMN match_hours_max smallint NOT NULL GENERATED ALWAYS AS ((hours_max * 10)::smallint) STORED,
  ADD COLUMN match_shortest_day smallint NOT NULL GENERATED ALWAYS AS ((shortest_day * 10)::smallint) STORED;

-- What can be proposed to somebody at all, by place. A slot that is taken or freed moves a row in or out.
CREATE INDEX placements_matchable ON placements USING gist (point)
  INCLUDE (match_floor, match_demands, kinds_mask, match_hours_min, match_hours_max, match_shortest_day, weekdays_mask,
    support_level, adaptations_mask, tasks_mask, requirements_mask, age_min, age_max, employer_id, workplace_id,
    visibility, id)
  WHERE status = 'published' AND employer_appetite <> 'not_now' AND claimed < capacity;

-- A wish weighs much, so places with a wished task are looked at first. For that there is a map sheet for each task,
-- side by side 10 000 km apart in one index: a place lies on the sheet of its first task in one index, on the sheet of
-- its second in another, and so on to the fourth; what offers more tasks than that is found in the fifth index.
CREATE FUNCTION task_sheet(place point, task integer) RETURNS point LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT point(place[0] + 10000000.0 * bit_count(((task & -task) - 1)::bit(32)), place[1])
$$;
CREATE FUNCTION but_first(mask integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT mask & (mask - 1)
$$;
CREATE INDEX placements_by_first_task ON placements USING gist (task_sheet(point, tasks_mask))
  INCLUDE (point, match_floor, match_demands, kinds_mask, match_hours_min, match_hours_max, match_shortest_day,
    weekdays_mask, support_level, adaptations_mask, tasks_mask, requirements_mask, age_min, age_max, employer_id,
    workplace_id, visibility, id)
  WHERE status = 'published' AND employer_appetite <> 'not_now' AND claimed < capacity AND tasks_mask <> 0;
CREATE INDEX placements_by_second_task ON placements USING gist (task_sheet(point, but_first(tasks_mask)))
  INCLUDE (point, match_floor, match_demands, kinds_mask, match_hours_min, match_hours_max, match_shortest_day,
    weekdays_mask, support_level, adaptations_mask, tasks_mask, requirements_mask, age_min, age_max, employer_id,
    workplace_id, visibility, id)
  WHERE status = 'published' AND employer_appetite <> 'not_now' AND claimed < capacity AND but_first(tasks_mask) <> 0;
CREATE INDEX placements_by_third_task ON placements USING gist (task_sheet(point, but_first(but_first(tasks_mask))))
  INCLUDE (point, match_floor, match_demands, kinds_mask, match_hours_min, match_hours_max, match_shortest_day,
    weekdays_mask, support_level, adaptations_mask, tasks_mask, requirements_mask, age_min, age_max, employer_id,
    workplace_id, visibility, id)
  WHERE status = 'published' AND employer_appetite <> 'not_now' AND claimed < capacity
    AND but_first(but_first(tasks_mask)) <> 0;
CREATE INDEX placements_with_many_tasks ON placements USING gist (point)
  INCLUDE (match_floor, match_demands, kinds_mask, match_hours_min, match_hours_max, match_shortest_day, weekdays_mask,
    support_level, adaptations_mask, tasks_mask, requirements_mask, age_min, age_max, employer_id, workplace_id,
    visibility, id)
  WHERE status = 'published' AND employer_appetite <> 'not_now' AND claimed < capacity
    AND but_first(but_first(but_first(tasks_mask))) <> 0;

-- The four sides of a square ring around a point, each a little too large, so that nothing falls between two rings.
CREATE FUNCTION ring_sides(place point, inner_half float8, outer_half float8) RETURNS box[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(box(point(place[0] + x1, place[1] + y1), point(place[0] + x2, place[1] + y2)))
    FROM (VALUES (-outer_half - 1, -outer_half - 1, -inner_half + 1, outer_half + 1),
                 (inner_half - 1, -outer_half - 1, outer_half + 1, outer_half + 1),
                 (-inner_half, -outer_half - 1, inner_half, -inner_half + 1),
                 (-inner_half, inner_half - 1, inner_half, outer_half + 1)) AS side(x1, y1, x2, y2)
$$;

-- The same ring on the sheets of some tasks.
CREATE FUNCTION sheet_sides(sides box[], sheets integer) RETURNS box[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(side + point(10000000.0 * sheet, 0))
    FROM unnest(sides) AS side, generate_series(0, 30) AS sheet WHERE sheets & (1 << sheet) <> 0
$$;

-- What lies in a ring and asks no more than the person can, first those rules that most rows fail. Both are written so
-- that PostgreSQL merges them into the statement that calls them.
CREATE FUNCTION matchable_around(sides box[], abilities integer, start_floor integer)
RETURNS TABLE (id integer, point point, tasks_mask integer, support_level smallint, adaptations_mask integer,
  match_hours_max smallint, match_demands integer, kinds_mask integer, match_shortest_day smallint, weekdays_mask integer,
  requirements_mask integer, age_min smallint, age_max smallint, employer_id integer, workplace_id integer,
  visibility text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT q.id, q.point, q.tasks_mask, q.support_level, q.adaptations_mask, q.match_hours_max, q.match_demands, q.kinds_mask,
      q.match_shortest_day, q.weekdays_mask, q.requirements_mask, q.age_min, q.age_max, q.employer_id, q.workplace_id,
      q.visibility
    FROM unnest(sides) AS side
    JOIN placements q ON q.point <@ side
   WHERE q.status = 'published' AND q.employer_appetite <> 'not_now' AND q.claimed < q.capacity
     AND (abilities - q.match_floor) & 613566756 = 613566756 AND q.match_hours_min <= start_floor
$$;
CREATE FUNCTION matchable_on_sheets(sides box[], on_sheets box[], sheets integer, abilities integer, start_floor integer)
RETURNS TABLE (id integer, point point, tasks_mask integer, support_level smallint, adaptations_mask integer,
  match_hours_max smallint, match_demands integer, kinds_mask integer, match_shortest_day smallint, weekdays_mask integer,
  requirements_mask integer, age_min smallint, age_max smallint, employer_id integer, workplace_id integer,
  visibility text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT q.id, q.point, q.tasks_mask, q.support_level, q.adaptations_mask, q.match_hours_max, q.match_demands, q.kinds_mask,
      q.match_shortest_day, q.weekdays_mask, q.requirements_mask, q.age_min, q.age_max, q.employer_id, q.workplace_id,
      q.visibility
    FROM unnest(on_sheets) AS side
    JOIN placements q ON task_sheet(q.point, q.tasks_mask) <@ side
   WHERE q.status = 'published' AND q.employer_appetite <> 'not_now' AND q.claimed < q.capacity AND q.tasks_mask <> 0
     AND (abilities - q.match_floor) & 613566756 = 613566756 AND q.match_hours_min <= start_floor
  UNION ALL
  SELECT q.id, q.point, q.tasks_mask, q.support_level, q.adaptations_mask, q.match_hours_max, q.match_demands, q.kinds_mask,
      q.match_shortest_day, q.weekdays_mask, q.requirements_mask, q.age_min, q.age_max, q.employer_id, q.workplace_id,
      q.visibility
    FROM unnest(on_sheets) AS side
    JOIN placements q ON task_sheet(q.point, but_first(q.tasks_mask)) <@ side
   WHERE q.status = 'published' AND q.employer_appetite <> 'not_now' AND q.claimed < q.capacity AND but_first(q.tasks_mask) <> 0
     AND (abilities - q.match_floor) & 613566756 = 613566756 AND q.match_hours_min <= start_floor
  UNION ALL
  SELECT q.id, q.point, q.tasks_mask, q.support_level, q.adaptations_mask, q.match_hours_max, q.match_demands, q.kinds_mask,
      q.match_shortest_day, q.weekdays_mask, q.requirements_mask, q.age_min, q.age_max, q.employer_id, q.workplace_id,
      q.visibility
    FROM unnest(on_sheets) AS side
    JOIN placements q ON task_sheet(q.point, but_first(but_first(q.tasks_mask))) <@ side
   WHERE q.status = 'published' AND q.employer_appetite <> 'not_now' AND q.claimed < q.capacity AND but_first(but_first(q.tasks_mask)) <> 0
     AND (abilities - q.match_floor) & 613566756 = 613566756 AND q.match_hours_min <= start_floor
  UNION ALL
  SELECT q.id, q.point, q.tasks_mask, q.support_level, q.adaptations_mask, q.match_hours_max, q.match_demands, q.kinds_mask,
      q.match_shortest_day, q.weekdays_mask, q.requirements_mask, q.age_min, q.age_max, q.employer_id, q.workplace_id,
      q.visibility
    FROM unnest(sides) AS side
    JOIN placements q ON q.point <@ side
   WHERE q.status = 'published' AND q.employer_appetite <> 'not_now' AND q.claimed < q.capacity AND but_first(but_first(but_first(q.tasks_mask))) <> 0 AND q.tasks_mask & sheets <> 0
     AND (abilities - q.match_floor) & 613566756 = 613566756 AND q.match_hours_min <= start_floor
$$;

-- The placements among which the `wanted` best for one person surely are, each with its score before rounding. It looks
-- around the person in growing squares and stops when nothing farther away can come among the best: a place at d of at
-- most m metres has at most `most` + weight_distance x (1 - d / m) points. Three times: first those with a wished task,
-- then those with a task of the same group, then all others; each with its own `most`, so that the second and third
-- time end soon. Scores within a tenth of the last of the best are kept too: the order is by score with one decimal,
-- then by distance, and app/domain/matching decides it.
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
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET enable_material = off
SET max_parallel_workers_per_gather = 0 SET jit = off AS $$
#variable_conflict use_column
DECLARE
  needed_count constant integer := bit_count(needed::bit(32));
  -- All but wishes and distance.
  most_otherwise constant float8 := weight_demands + weight_adaptations + weight_growth + weight_support;
  growth_an_hour constant float8 := CASE WHEN target_hours > start_hours THEN 1 / (target_hours - start_hours) ELSE 0 END;
  -- The share of the wishes that a place not yet seen can have.
  unseen float8 := CASE WHEN wished = 0 THEN 0.5 ELSE 1 END;
  most float8;
  sheets integer;
  sides box[];
  on_sheets box[];
  inner_half float8;
  outer_half float8;
  -- As far as a place can lie and still come among the best.
  worth_half float8;
  lowest float8 := -1;
  ids integer[] := '{}';
  scores float8[] := '{}';
BEGIN
  FOR round IN (CASE WHEN wished = 0 THEN 3 ELSE 1 END) .. 3 LOOP
    -- Too few for a list: everything around has to be looked at anyway.
    CONTINUE WHEN round = 2 AND lowest < 0;
    most := most_otherwise + weight_wishes * unseen;
    sheets := CASE round WHEN 1 THEN wished WHEN 2 THEN wished_groups & ~wished END;
    inner_half := 0;
    LOOP
      worth_half := CASE WHEN lowest < 0 OR weight_distance = 0 THEN CASE WHEN lowest - 0.100002 > most THEN 0 ELSE max_metres END
        ELSE least(max_metres, max_metres * (1 - (lowest - 0.100002 - most) / weight_distance)) END;
      EXIT WHEN inner_half >= worth_half OR (max_metres <= inner_half AND inner_half > 0);
      -- Far steps while there are too few; short ones when a little more may be enough.
      outer_half := least(worth_half, greatest(0.05 * max_metres, inner_half * CASE WHEN lowest < 0 THEN 2.5 ELSE 1.5 END));
      sides := ring_sides(place, inner_half, outer_half);
      on_sheets := CASE WHEN round < 3 THEN sheet_sides(sides, sheets) END;
      WITH fitting AS (
        SELECT p.id, p.tasks_mask, p.support_level, p.adaptations_mask, p.match_hours_max, p.match_demands,
               p.point <-> place AS metres
          FROM (SELECT * FROM matchable_on_sheets(sides, on_sheets, sheets, abilities, start_floor)
                 WHERE round < 3
                UNION ALL SELECT * FROM matchable_around(sides, abilities, start_floor)
                 WHERE round = 3) AS p
         WHERE p.kinds_mask & accepted_kinds <> 0
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
      inner_half := outer_half;
      EXIT WHEN round = 1 AND inner_half > 0.3 * max_metres AND cardinality(ids) < wanted / 4;
    END LOOP;
    CONTINUE WHEN round = 1 AND inner_half < max_metres AND lowest < 0;
    unseen := CASE round WHEN 1 THEN 0.6 ELSE 0 END;
  END LOOP;
  RETURN QUERY SELECT * FROM unnest(ids, scores) AS found(id, score) WHERE found.score >= lowest - 0.100001;
END $$;

-- What surrounds somebody, whether it fits or not: nearest first.
CREATE INDEX placements_around ON placements USING gist (point) WHERE status = 'published';
