// Create events of data sets that are new to the graph, each with its parties, its ties and a first claim
// All that is named must be in the graph. `other` is a recipient (`addressed`) or a second actor. Empty texts
// stand for parties, places and ties that an event does not have.
// :param rows rows  event (its properties), actor, actor_link, actor_acts_for, other, other_link, other_acts_for,
//                   addressed, place, place_link, first_tie, second_tie, third_tie, sentence, claim (its properties)
// :returns table
// :columns created integer
UNWIND $rows AS row
OPTIONAL MATCH (actor_country:Country {id: row.actor})
OPTIONAL MATCH (actor_actor:Actor {id: row.actor})
OPTIONAL MATCH (other_country:Country {id: row.other})
OPTIONAL MATCH (other_actor:Actor {id: row.other})
OPTIONAL MATCH (place:Country {id: row.place})
OPTIONAL MATCH (first_tie:Tie {id: row.first_tie})
OPTIONAL MATCH (second_tie:Tie {id: row.second_tie})
OPTIONAL MATCH (third_tie:Tie {id: row.third_tie})
MATCH (sentence:Sentence {id: row.sentence})
WITH row, coalesce(actor_country, actor_actor) AS actor, coalesce(other_country, other_actor) AS other, place,
     first_tie, second_tie, third_tie, sentence
CREATE (actor)-[:ACTS_IN {id: row.actor_link, acts_for: row.actor_acts_for}]->(event:Event {
  id: row.event.id, event_type: row.event.event_type, mode: row.event.mode, quad: row.event.quad,
  intensity: row.event.intensity, sign: row.event.sign, date: row.event.date,
  date_precision: row.event.date_precision, status: row.event.status, lenses: row.event.lenses
})
FOREACH (each IN CASE WHEN other IS NOT NULL AND row.addressed THEN [other] ELSE [] END |
  CREATE (event)-[:ADDRESSES {id: row.other_link, acts_for: row.other_acts_for}]->(each)
)
FOREACH (each IN CASE WHEN other IS NOT NULL AND NOT row.addressed THEN [other] ELSE [] END |
  CREATE (each)-[:ACTS_IN {id: row.other_link, acts_for: row.other_acts_for}]->(event)
)
FOREACH (each IN CASE WHEN place IS NULL THEN [] ELSE [place] END |
  CREATE (event)-[:TAKES_PLACE_IN {id: row.place_link}]->(each)
)
FOREACH (each IN CASE WHEN first_tie IS NULL THEN [] ELSE [first_tie] END | CREATE (event)-[:FORMS]->(each))
FOREACH (each IN CASE WHEN second_tie IS NULL THEN [] ELSE [second_tie] END | CREATE (event)-[:FORMS]->(each))
FOREACH (each IN CASE WHEN third_tie IS NULL THEN [] ELSE [third_tie] END | CREATE (event)-[:FORMS]->(each))
// :part create_coded_claim
RETURN count(claim) AS created
