// The two entities of a question at the level that is asked for
// Leaves one and other, ids: above the level of actors, what $first and $second act for, or the bloc of that state.
OPTIONAL MATCH (first_country:Country {id: $first})
OPTIONAL MATCH (first_actor:Actor {id: $first})
OPTIONAL MATCH (second_country:Country {id: $second})
OPTIONAL MATCH (second_actor:Actor {id: $second})
WITH coalesce(first_country.acts_for, first_actor.acts_for, $first) AS first_body,
     coalesce(second_country.acts_for, second_actor.acts_for, $second) AS second_body
OPTIONAL MATCH (first_state:Country {id: first_body})
OPTIONAL MATCH (second_state:Country {id: second_body})
WITH CASE $level WHEN 'actor' THEN $first WHEN 'bloc' THEN coalesce(first_state.bloc, first_body)
     ELSE first_body END AS one,
     CASE $level WHEN 'actor' THEN $second WHEN 'bloc' THEN coalesce(second_state.bloc, second_body)
     ELSE second_body END AS other
