// How many ties entities have
// :param ids ids  Entities
// :returns table
// :record Degree entity id, ties integer
UNWIND $ids AS id
RETURN id AS entity,
       COUNT { MATCH (:Tie {actor: id, level: 'actor'}) } + COUNT { MATCH (:Tie {recipient: id, level: 'actor'}) } AS ties
