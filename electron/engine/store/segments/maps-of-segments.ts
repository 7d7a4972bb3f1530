/**
 * Query of the maps that segments need, with the columns `segment` (its name) and `map`: those on which they were
 * selected, and those in conditions of their rules. A definition that is no JSON needs none.
 */
export const MAPS_OF_SEGMENTS = `SELECT DISTINCT segments.name segment, part.atom map
  FROM segments, json_tree(CASE WHEN json_valid(definition) THEN definition ELSE 'null' END) part
  WHERE part.key = 'map' AND part.type = 'text'`;
