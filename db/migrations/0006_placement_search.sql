-- Search shall answer twelve rows and the exact total in the same few milliseconds at ten thousand placements and at
-- a million. Rows: the nearest first, straight from a GiST index. The total and the map's clusters: counters of a grid,
-- so that nobody counts rows one by one. The same grid is computed in app/domain/placements/grid.ts.

-- The grid: squares of 1024 m over SWEREF 99 TM, numbered along a Z-curve (the bits of x and y interleaved), so that
-- the four squares that make up the next larger one have consecutive numbers. Beyond the edge: the outermost square.
CREATE FUNCTION spread_bits(number integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (d | (d << 1)) & x'55555555'::integer
    FROM (SELECT (c | (c << 2)) & x'33333333'::integer AS d
      FROM (SELECT (b | (b << 4)) & x'0f0f0f0f'::integer AS c
        FROM (SELECT (number | (number << 8)) & x'00ff00ff'::integer AS b) AS first) AS second) AS third
$$;
CREATE FUNCTION placement_cell(place point) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT spread_bits(least(greatest(floor(place[0] / 1024), 0), 2047)::integer)
    | (spread_bits(least(greatest(floor((place[1] - 6000000) / 1024), 0), 2047)::integer) << 1)
$$;

ALTER TABLE placements ADD COLUMN cell integer NOT NULL GENERATED ALWAYS AS (placement_cell(point)) STORED;

-- Nearest first. The filters ride along, so that rows which do not fit are passed over without a visit to the table.
CREATE INDEX placements_nearest ON placements USING gist (point)
  INCLUDE (id, visibility, kinds_mask, tasks_mask, adaptations_mask, hours_min, support_level, municipality_code,
    demand_lyft, demand_staende, demand_tempo, demand_buller, demand_sociala_kontakter, demand_tala_svenska)
  WHERE listed;
-- The rows of a few squares: the rim of a circle, or a count with a filter that the counters do not know.
CREATE INDEX placements_by_cell ON placements (cell)
  INCLUDE (point, id, visibility, kinds_mask, tasks_mask, adaptations_mask, hours_min, support_level, municipality_code,
    demand_lyft, demand_staende, demand_tempo, demand_buller, demand_sociala_kontakter, demand_tala_svenska)
  WHERE listed;
CREATE INDEX placements_latest ON placements (last_confirmed_on DESC, id) WHERE listed;
CREATE INDEX placements_by_municipality ON placements (municipality_code, last_confirmed_on DESC, id) WHERE listed;
-- The coordinator's register.
CREATE INDEX placements_register ON placements (municipality_code, title, id);

-- How many listed placements a square holds, by what people filter by. `cell` is (level << 22) | (number >> 2 * level);
-- level 0 is 1024 m, each level doubles the side, level 8 is 262 km; level 11 is the whole country in one square
-- without municipality.
--
-- Rows are only ever added: a change of placements adds what it changed, plus and minus. So two people who publish at
-- the same time never wait for each other, and a sum over a square is right in every snapshot. Now and then the rows of
-- a square are settled into one.
CREATE TABLE placement_cells (
  cell integer NOT NULL,
  municipality_code text NOT NULL,
  visibility text NOT NULL,
  kinds_mask integer NOT NULL,
  n integer NOT NULL,
  -- Those that can be had with at most so many hours a week.
  n_5 integer NOT NULL,
  n_10 integer NOT NULL,
  n_15 integer NOT NULL,
  n_20 integer NOT NULL,
  n_25 integer NOT NULL,
  n_30 integer NOT NULL,
  n_35 integer NOT NULL,
  n_40 integer NOT NULL,
  -- Sums of whole metres: where the middle of the square's placements lies.
  east double precision NOT NULL,
  north double precision NOT NULL,
  settled boolean NOT NULL DEFAULT false
);
CREATE INDEX placement_cells_by_cell ON placement_cells (cell);
CREATE INDEX placement_cells_to_settle ON placement_cells (cell) WHERE NOT settled;
CREATE SEQUENCE placement_cells_changes;

-- Makes one row a square and group out of many. Only one at a time; a second one leaves it be.
CREATE FUNCTION settle_placement_cells() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('praktikkartan:settle_placement_cells')) THEN
    RETURN;
  END IF;
  WITH gone AS (
    DELETE FROM placement_cells
     WHERE cell IN (SELECT cell FROM placement_cells WHERE NOT settled)
    RETURNING *)
  INSERT INTO placement_cells
  SELECT cell, municipality_code, visibility, kinds_mask, sum(n), sum(n_5), sum(n_10), sum(n_15), sum(n_20), sum(n_25),
      sum(n_30), sum(n_35), sum(n_40), sum(east), sum(north), true
    FROM gone
   GROUP BY cell, municipality_code, visibility, kinds_mask
  HAVING sum(n) <> 0
   ORDER BY cell;
END $$;

-- The statement that counts the rows of a source (with a sign each) on all levels.
CREATE FUNCTION placement_cell_counting(source text) RETURNS text LANGUAGE sql IMMUTABLE AS $outer$
  SELECT $$SELECT (level << 22) | (p.cell >> (2 * level)), CASE WHEN level < 11 THEN p.municipality_code ELSE '' END,
      p.visibility, p.kinds_mask, sum(sign), coalesce(sum(sign) FILTER (WHERE p.hours_min <= 5), 0),
      coalesce(sum(sign) FILTER (WHERE p.hours_min <= 10), 0), coalesce(sum(sign) FILTER (WHERE p.hours_min <= 15), 0),
      coalesce(sum(sign) FILTER (WHERE p.hours_min <= 20), 0), coalesce(sum(sign) FILTER (WHERE p.hours_min <= 25), 0),
      coalesce(sum(sign) FILTER (WHERE p.hours_min <= 30), 0), coalesce(sum(sign) FILTER (WHERE p.hours_min <= 35), 0),
      coalesce(sum(sign) FILTER (WHERE p.hours_min <= 40), 0),
      sum(sign * round(p.point[0])), sum(sign * round(p.point[1]))
    FROM ($$ || source || $$) AS p CROSS JOIN unnest('{0,1,2,3,4,5,6,7,8,11}'::integer[]) AS level
   GROUP BY 1, 2, 3, 4 ORDER BY 1$$
$outer$;

-- What one statement changed, on all levels at once. What is not counted (a slot taken) adds nothing.
CREATE FUNCTION count_placement_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    PERFORM FROM old_rows AS o JOIN new_rows AS w ON w.id = o.id
      WHERE (o.listed, o.visibility, o.kinds_mask, o.municipality_code, o.hours_min, o.point[0], o.point[1])
        IS DISTINCT FROM
        (w.listed, w.visibility, w.kinds_mask, w.municipality_code, w.hours_min, w.point[0], w.point[1]);
    IF NOT FOUND THEN
      RETURN NULL;
    END IF;
  END IF;
  EXECUTE 'INSERT INTO placement_cells ' || placement_cell_counting(CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT 1 AS sign, * FROM new_rows WHERE listed'
    WHEN 'DELETE' THEN 'SELECT -1 AS sign, * FROM old_rows WHERE listed'
    ELSE 'SELECT 1 AS sign, * FROM new_rows WHERE listed UNION ALL SELECT -1, * FROM old_rows WHERE listed' END);
  IF nextval('placement_cells_changes') % 100 = 0 THEN
    PERFORM settle_placement_cells();
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_inserted AFTER INSERT ON placements REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_placement_changes();
CREATE TRIGGER count_updated AFTER UPDATE ON placements REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_placement_changes();
CREATE TRIGGER count_deleted AFTER DELETE ON placements REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_placement_changes();

-- After a load without triggers: counts everything anew.
CREATE FUNCTION recount_placement_cells() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM placement_cells;
  EXECUTE 'INSERT INTO placement_cells SELECT *, true FROM ('
    || placement_cell_counting('SELECT 1 AS sign, * FROM placements WHERE listed') || ') AS counted';
END $$;
SELECT recount_placement_cells();
