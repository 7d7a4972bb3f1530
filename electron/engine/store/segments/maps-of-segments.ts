/**
 * Query of the maps that segments refer to, with the columns `segment` (name) and `map`: maps on which segments were
 * selected, and maps in conditions of rules. Definitions that are not valid JSON are ignored.
 */
export const MAPS_OF_SEGMENTS = `SELECT DISTINCT segments.name segment, part.atom map
  FROM segments, json_tree(CASE WHEN json_valid(definition) THEN definition ELSE 'null' END) part
  WHERE part.key = 'map' AND part.type = 'text'`;
