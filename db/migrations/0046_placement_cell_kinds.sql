-- The map, and a search for some kinds, ask for every municipality: a square gets rows that hold them together, one a
-- combination of kinds, under a key of its own (level + 32). A dense view reads an eighth of what it read before, and
-- never more than fifteen rows a square.
CREATE OR REPLACE FUNCTION placement_cell_counting(source text) RETURNS text LANGUAGE sql IMMUTABLE AS $outer$
  SELECT $$SELECT ((level + CASE grouping(municipality_code, kinds_mask) WHEN 3 THEN 16 WHEN 2 THEN 32 ELSE 0 END) << 22) | z,
      coalesce(municipality_code, ''), visibility,
      coalesce(kinds_mask, 0), sum(sign), coalesce(sum(sign) FILTER (WHERE hours_min <= 5), 0),
      coalesce(sum(sign) FILTER (WHERE hours_min <= 10), 0), coalesce(sum(sign) FILTER (WHERE hours_min <= 15), 0),
      coalesce(sum(sign) FILTER (WHERE hours_min <= 20), 0), coalesce(sum(sign) FILTER (WHERE hours_min <= 25), 0),
      coalesce(sum(sign) FILTER (WHERE hours_min <= 30), 0), coalesce(sum(sign) FILTER (WHERE hours_min <= 35), 0),
      coalesce(sum(sign) FILTER (WHERE hours_min <= 40), 0),
      sum(sign * round(point[0])), sum(sign * round(point[1]))
    FROM (SELECT p.visibility, p.kinds_mask, p.hours_min, p.point, sign, level, p.cell >> (2 * level) AS z,
                 CASE WHEN level < 11 THEN p.municipality_code ELSE '' END AS municipality_code
            FROM ($$ || source || $$) AS p CROSS JOIN unnest('{0,1,2,3,4,5,6,7,8,11}'::integer[]) AS level) AS leveled
   GROUP BY GROUPING SETS ((level, z, visibility, municipality_code, kinds_mask), (level, z, visibility, kinds_mask),
                           (level, z, visibility)) ORDER BY 1$$
$outer$;

-- The new rows are sums of those that are there: far quicker than counting the placements anew. Nobody publishes meanwhile.
LOCK TABLE placements IN SHARE ROW EXCLUSIVE MODE;
INSERT INTO placement_cells
SELECT cell | (32 << 22), '', visibility, kinds_mask, sum(n), sum(n_5), sum(n_10), sum(n_15), sum(n_20), sum(n_25),
    sum(n_30), sum(n_35), sum(n_40), sum(east), sum(north), true
  FROM placement_cells
 WHERE cell < 16 << 22
 GROUP BY cell, visibility, kinds_mask
HAVING sum(n) <> 0
 ORDER BY cell;
