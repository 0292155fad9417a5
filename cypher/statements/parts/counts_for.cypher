// What an entity counts for at the level that is asked for
// Expects asked, an id. Leaves asked, shown (the id of the entity with which it was merged, or its own), meant (the id
// of what it counts for) and people (the people of that state, if it is one). Above the level of actors, an entity counts
// for what it usually acts for; at the level of blocs, a state counts for its bloc of today.
OPTIONAL MATCH (asked_actor:Actor {id: asked})
WITH asked, coalesce(asked_actor.merged_into, asked) AS shown
OPTIONAL MATCH (country:Country {id: shown})
OPTIONAL MATCH (actor:Actor {id: shown})
WITH asked, shown, coalesce(country.acts_for, actor.acts_for, shown) AS body
OPTIONAL MATCH (state:Country {id: body})
WITH asked, shown, body, state,
     CASE $level WHEN 'actor' THEN shown WHEN 'bloc' THEN coalesce(state.bloc, body) ELSE body END AS meant
WITH asked, shown, meant, CASE WHEN $level <> 'actor' AND meant = body THEN state.people END AS people
