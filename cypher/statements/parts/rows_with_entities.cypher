// Rows with the country or actor that their `entity` names
// Leaves row and entity (null where there is none).
UNWIND $rows AS row
OPTIONAL MATCH (country:Country {id: row.entity})
OPTIONAL MATCH (actor:Actor {id: row.entity})
WITH row, coalesce(country, actor) AS entity
