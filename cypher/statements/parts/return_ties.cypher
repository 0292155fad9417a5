// The columns of a drawn tie
// Expects tie, actor, recipient and the columns of `count_claims`.
// :record DrawnTie tie id, actor id, actor_name name, actor_kind kind, actor_country id?, recipient id,
//    recipient_name name, recipient_kind kind, recipient_country id?, sign sign, relation_type event_type?,
//    directed boolean, event_types [string], roles [string], claims integer, voices integer,
//    first_date moment?, last_date moment?, not_after date?, verified integer, rejected integer, unsure integer,
//    unjudged integer, planned integer, denied integer, by_hand integer, version integer
RETURN tie.id AS tie,
       actor.id AS actor, actor.name AS actor_name, actor.kind AS actor_kind, actor.country AS actor_country,
       recipient.id AS recipient, recipient.name AS recipient_name, recipient.kind AS recipient_kind,
       recipient.country AS recipient_country,
       tie.sign AS sign, tie.relation_type AS relation_type, tie.directed AS directed,
       event_types, roles, claims, voices, first_date, last_date, not_after, verified, rejected, unsure, unjudged,
       planned, denied, by_hand, tie.version AS version
