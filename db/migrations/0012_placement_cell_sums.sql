-- Most searches ask for every kind in every municipality: a square gets one more row that holds them all together,
-- under a key of its own (level + 16), so that such a search reads one row a square instead of one a group.
CREATE OR REPLACE FUNCTION placement_cell_counting(source text) RETURNS text LANGUAGE sql IMMUTABLE AS $outer$
  SELECT $$SELECT ((level + 16 * grouping(kinds_mask)) << 22) | z, coalesce(municipality_code, ''), visibility,
      coalesce(kinds_mask, 0), sum(sign), coalesce(sum(sign) FILTER (WHERE hours_min <= 5), 0),
      coalesce(sum(sign) FILTER (WHERE hours_min <= 10), 0), coalesce(sum(sign) FILTER (WHERE hours_min <= 15), 0),
      coalesce(sum(sign) FILTER (WHERE hours_min <= 20), 0), coalesce(sum(sign) FILTER (WHERE hours_min <= 25), 0),
      coalesce(sum(sign) FILTER (WHERE hours_min <= 30), 0), coalesce(sum(sign) FILTER (WHERE hours_min <= 35), 0),
      coalesce(sum(sign) FILTER (WHERE hours_min <= 40), 0),
      sum(sign * round(point[0])), sum(sign * round(point[1]))
    FROM (SELECT p.visibility, p.kinds_mask, p.hours_min, p.point, sign, level, p.cell >> (2 * level) AS z,
                 CASE WHEN level < 11 THEN p.municipality_code ELSE '' END AS municipality_code
            FROM ($$ || source || $$) AS p CROSS JOIN unnest('{0,1,2,3,4,5,6,7,8,11}'::integer[]) AS level) AS leveled
   GROUP BY GROUPING SETS ((level, z, visibility, municipality_code, kinds_mask), (level, z, visibility)) ORDER BY 1$$
$outer$;
SELECT recount_placement_cells();
