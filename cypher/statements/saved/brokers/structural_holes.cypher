// Brokers between unconnected actors
// :title id Perantara pihak yang tidak saling berhubungan
// For each well-connected entity, the number of pairs of its neighbours without a tie of their own under the lens:
// the entity is a broker between them.
// :use level lens known_by since until
// :param candidates integer = 25  Number of best-connected entities to examine
// :param limit integer = 15  Maximum number of entities
// :returns chart bar name open_pairs
// :columns name name, kind kind, open_pairs integer, neighbours integer, tied_pairs integer, entity id
// :tag brokerage network
CALL () {
  // :part if_all_claims_count
  // :part ties_of_level
  RETURN tie.actor AS one, tie.recipient AS other
  UNION
  // :part if_some_claims_count
  // :part claims_of_period
  MATCH (claim)-[:ASSERTS]->()-[:FORMS]->(tie:Tie {level: $level})
  RETURN tie.actor AS one, tie.recipient AS other
}
UNWIND [[one, other], [other, one]] AS pair
WITH pair[0] AS who, collect(DISTINCT pair[1]) AS neighbours
WHERE size(neighbours) > 1
WITH who, neighbours
ORDER BY size(neighbours) DESC, who
LIMIT $candidates
WITH collect({who: who, neighbours: neighbours}) AS brokers
// All ties are read once and not for each broker; rows with the same `end` bring together the two ends of a tie.
CALL (brokers) {
  CALL (brokers) {
    UNWIND brokers AS broker
    UNWIND broker.neighbours AS end
    RETURN end, broker.who AS who, null AS other
    UNION ALL
    UNWIND brokers[..1] AS any_broker
    MATCH (between:Tie)
    WHERE between.level = $level AND $lens IN between.lenses
      AND ($known_by IS NULL OR EXISTS {
        MATCH (between)<-[:FORMS]-()<-[:ASSERTS]-(known:Claim)
        WHERE $lens IN known.lenses AND known.known_on <= $known_by
      })
    RETURN between.actor AS end, null AS who, between.recipient AS other
  }
  WITH end AS one, collect(who) AS around, collect(DISTINCT other) AS others
  WHERE size(around) > 0
  UNWIND others + [one] AS end
  WITH end, collect(CASE WHEN end = one THEN around END) AS own,
       collect(CASE WHEN end <> one THEN {one: one, around: around} END) AS tied
  WHERE size(own) > 0
  UNWIND tied AS each
  UNWIND [who IN own[0] WHERE who IN each.around] AS who
  WITH who, count(DISTINCT CASE WHEN each.one < end THEN each.one + ' ' + end ELSE end + ' ' + each.one END) AS pairs
  RETURN collect({who: who, pairs: pairs}) AS counted
}
UNWIND brokers AS broker
WITH broker.who AS who, size(broker.neighbours) AS degree,
     coalesce([each IN counted WHERE each.who = broker.who | each.pairs][0], 0) AS tied_pairs
// :part entity_of_id
WITH *, degree * (degree - 1) / 2 - tied_pairs AS open_pairs
WHERE open_pairs > 0
RETURN entity.name AS name, entity.kind AS kind, open_pairs, degree AS neighbours, tied_pairs, who AS entity
ORDER BY open_pairs DESC, neighbours DESC, entity
LIMIT $limit
