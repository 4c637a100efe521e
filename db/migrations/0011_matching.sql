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

-- The placements among which the `wanted` best for one person surely are, each with its score before rounding. It looks
-- around the person in growing squares and stops when nothing farther away can come among the best: a place at d of at
-- most m metres has at most `best_elsewhere` + distance_weight × (1 − d / m) points. Scores within a tenth of the last of the best
-- are kept too: the order is by score with one decimal, then by distance, and app/domain/matching decides it.
CREATE FUNCTION best_placements(
  place point, max_metres float8, visible text[], accepted_kinds integer,
  -- start hours in tenths, rounded towards what fits; days a week needed; days that suit
  start_floor integer, start_ceiling integer, longest_shift integer, days_needed integer, days integer,
  -- (ability | 4) of each demand, packed
  abilities integer, support integer, licence boolean, age integer, no_employers integer[], no_workplaces integer[],
  needed integer, wished integer, wished_groups integer,
  start_hours float8, target_hours float8,
  weight_demands float8, weight_adaptations float8, weight_wishes float8, weight_distance float8, weight_growth float8,
  weight_support float8, wanted integer
) RETURNS TABLE (id integer, score float8) LANGUAGE plpgsql STABLE PARALLEL SAFE
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  -- Shares of the longest way; each square is a few times the rows of the one before.
  shares constant float8[] := '{0.03,0.06,0.1,0.15,0.2,0.27,0.35,0.45,0.6,0.8,1}';
  needed_count constant integer := bit_count(needed::bit(32));
  best_elsewhere constant float8 := weight_demands + weight_adaptations + weight_growth + weight_support
    + CASE WHEN wished = 0 THEN 0.5 ELSE 1 END * weight_wishes;
  inner_half float8 := 0;
  outer_half float8;
  least float8 := -1;
  ids integer[] := '{}';
  scores float8[] := '{}';
BEGIN
  FOR step IN 1 .. array_length(shares, 1) LOOP
    outer_half := shares[step] * max_metres;
    WITH ring AS (
      SELECT p.id, weight_demands * (10 + bit_count(((abilities - p.match_demands) & 613566756)::bit(32))) / 20
          + CASE WHEN needed = 0 THEN weight_adaptations
              ELSE weight_adaptations * bit_count((p.adaptations_mask & needed)::bit(32)) / needed_count END
          + weight_wishes * CASE WHEN wished = 0 THEN 0.5 WHEN p.tasks_mask & wished <> 0 THEN 1
              WHEN p.tasks_mask & wished_groups <> 0 THEN 0.6 ELSE 0 END
          + weight_distance * CASE WHEN max_metres > 0 THEN greatest(0, 1 - (p.point <-> place) / max_metres) ELSE 1 END
          + CASE WHEN target_hours <= start_hours THEN weight_growth
              ELSE weight_growth * least(1, (p.match_hours_max / 10.0::float8 - start_hours) / (target_hours - start_hours)) END
          + weight_support * CASE WHEN p.support_level >= support THEN 1 ELSE 0.5 END AS score
        FROM unnest(ARRAY[
            box(point(place[0] - outer_half, place[1] - outer_half), point(place[0] - inner_half, place[1] + outer_half)),
            box(point(place[0] + inner_half, place[1] - outer_half), point(place[0] + outer_half, place[1] + outer_half)),
            box(point(place[0] - inner_half, place[1] - outer_half), point(place[0] + inner_half, place[1] - inner_half)),
            box(point(place[0] - inner_half, place[1] + inner_half), point(place[0] + inner_half, place[1] + outer_half))
          ]) AS side
       CROSS JOIN LATERAL (
         SELECT * FROM placements q
          WHERE q.status = 'published' AND q.employer_appetite <> 'not_now' AND q.claimed < q.capacity
            AND q.point <@ side
            AND (abilities - q.match_floor) & 613566756 = 613566756
            AND q.kinds_mask & accepted_kinds <> 0
            AND q.match_hours_min <= start_floor AND q.match_hours_max >= start_ceiling
            AND q.match_shortest_day <= longest_shift
            AND bit_count((q.weekdays_mask & days)::bit(8)) >= days_needed
            AND q.support_level >= support - 1
            AND (licence OR q.requirements_mask & 1 = 0)
            AND (age IS NULL OR ((q.age_min IS NULL OR q.age_min <= age) AND (q.age_max IS NULL OR q.age_max >= age)))
            AND q.employer_id <> ALL (no_employers) AND q.workplace_id <> ALL (no_workplaces)
            AND q.visibility = ANY (visible)
            AND (q.point <-> place) <= max_metres) AS p),
    gathered AS (
      SELECT g.id, max(g.score) AS score
        FROM (SELECT r.id, r.score FROM ring r WHERE r.score >= least - 0.100001
              UNION ALL SELECT * FROM unnest(ids, scores)) AS g
       GROUP BY g.id)
    SELECT array_agg(g.id), array_agg(g.score),
           coalesce((SELECT o.score FROM gathered o ORDER BY o.score DESC OFFSET wanted - 1 LIMIT 1), -1)
      INTO ids, scores, least FROM gathered g;
    EXIT WHEN least >= best_elsewhere + weight_distance * (1 - shares[step]) + 0.100001;
    inner_half := outer_half;
  END LOOP;
  RETURN QUERY SELECT * FROM unnest(ids, scores) AS found(id, score) WHERE found.score >= least - 0.100001;
END $$;

-- What surrounds somebody, whether it fits or not: nearest first.
CREATE INDEX placements_around ON placements USING gist (point) WHERE status = 'published';
