// Lock merged entities while what is attached to them is moved
// :param ids ids  Entities
// :returns table
// :columns held integer
UNWIND $ids AS id
MATCH (actor:Actor {id: id})
SET actor.lock = true
REMOVE actor.lock
RETURN count(actor) AS held
