// Store what actors act for
// :param rows rows  id, acts_for
// :returns table
// :columns affiliated integer
UNWIND $rows AS row
MATCH (actor:Actor {id: row.id})
SET actor.acts_for = row.acts_for
RETURN count(actor) AS affiliated
