// Speakers and the actors they speak about
// :title id Pembicara dan pihak yang mereka bicarakan
// Speakers with the actors whose acts they are quoted on. Officials speak for their own side, others about it.
// :param about entity = null  Only acts of this entity
// :use lens known_by since until
// :param limit integer = 60  Maximum number of pairs
// :returns table
// :columns speaker_name name, actor_name name, same_country boolean, claims integer,
//    event_types [event_type], last_date moment?, not_after date?, speaker id, actor id
MATCH (claim:Claim)-[:ATTRIBUTED_TO]->(speaker)
MATCH (claim)-[:ASSERTS]->(event:Event)
MATCH (event)<-[:ACTS_IN]-(actor)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($about IS NULL OR actor.id = $about)
  AND speaker.id <> actor.id
RETURN speaker.name AS speaker_name, actor.name AS actor_name,
       coalesce(speaker.country = actor.country, false) AS same_country,
       count(DISTINCT claim.id) AS claims, collect(DISTINCT claim.event_type) AS event_types,
       max(claim.date) AS last_date, max(claim.not_after) AS not_after, speaker.id AS speaker, actor.id AS actor
ORDER BY claims DESC, speaker, actor
LIMIT $limit
