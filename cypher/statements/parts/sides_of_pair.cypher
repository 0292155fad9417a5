// The sides of a pair of entities: what they act for above the level of actors
// Leaves near and far, lists of ids, in one row for each direction. The people of a state are on its side; at the level
// of blocs, a state counts for its bloc.
UNWIND [$first, $second] AS chosen
OPTIONAL MATCH (chosen_country:Country {id: chosen})
OPTIONAL MATCH (chosen_actor:Actor {id: chosen})
WITH chosen, coalesce(chosen_country.acts_for, chosen_actor.acts_for, chosen) AS body
OPTIONAL MATCH (state:Country {id: body})
WITH chosen, CASE WHEN $level = 'actor' THEN [chosen] WHEN state.people IS NULL THEN [body]
     WHEN $level = 'bloc' AND state.bloc IS NOT NULL THEN [state.bloc]
     ELSE [body, state.people] END AS side
WITH collect({of: chosen, side: side}) AS sides
UNWIND [[0, 1], [1, 0]] AS way
WITH sides[way[0]].side AS near, sides[way[1]].side AS far
