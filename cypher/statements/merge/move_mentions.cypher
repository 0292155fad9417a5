// Move mentions from one entity to another
// A moved link stores the original entity and id in `entity` and `own_id`, so that a split can move it back.
// :param rows rows  entity, before (the entity that its own is attached to now), after (the same after the change)
// :returns table
// :columns moved integer
UNWIND $rows AS row
OPTIONAL MATCH (country:Country {id: row.before})
OPTIONAL MATCH (actor:Actor {id: row.before})
OPTIONAL MATCH (to_country:Country {id: row.after})
OPTIONAL MATCH (to_actor:Actor {id: row.after})
WITH row, coalesce(country, actor) AS before, coalesce(to_country, to_actor) AS after
MATCH (sentence:Sentence)-[old:MENTIONS]->(before)
WHERE coalesce(old.entity, row.before) = row.entity
WITH row, sentence, old, after, coalesce(old.own_id, old.id) AS own
WITH row, sentence, old, after, own,
     CASE WHEN row.after = row.entity THEN own ELSE own + '>' + row.after END AS id,
     old.start AS start, old.end AS end, old.text AS text, old.reason AS reason
DELETE old
MERGE (sentence)-[mention:MENTIONS {id: id}]->(after)
SET mention.start = start, mention.end = end, mention.text = text, mention.reason = reason,
    mention.entity = CASE WHEN row.after = row.entity THEN null ELSE row.entity END,
    mention.own_id = CASE WHEN row.after = row.entity THEN null ELSE own END
RETURN count(mention) AS moved
