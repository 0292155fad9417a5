// Store for which blocs mediators count
// :param rows rows  event, acts_for, bloc
// :returns table
// :columns parts integer
UNWIND $rows AS row
MATCH (:Event {id: row.event})<-[part:MEDIATES]-(mediator)
WHERE coalesce(part.acts_for, mediator.acts_for, mediator.id) = row.acts_for
SET part.bloc = row.bloc
RETURN count(part) AS parts
