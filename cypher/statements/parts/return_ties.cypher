// The columns of a drawn tie
// Expects tie, actor, recipient and the columns of `count_claims`.
RETURN tie.id AS tie,
       actor.id AS actor, actor.name AS actor_name, actor.kind AS actor_kind, actor.country AS actor_country,
       recipient.id AS recipient, recipient.name AS recipient_name, recipient.kind AS recipient_kind,
       recipient.country AS recipient_country,
       tie.sign AS sign, tie.relation_type AS relation_type, tie.directed AS directed,
       event_types, roles, claims, voices, first_date, last_date, verified, rejected, unsure, unjudged,
       tie.version AS version
