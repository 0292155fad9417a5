// The entities that count for meant at the level that is asked for, by what they usually act for
// Expects meant, an id; leaves party.
CALL (meant) {
  MATCH (party:Country {id: meant}) RETURN party
  UNION
  MATCH (party:Actor {id: meant}) RETURN party
  UNION
  MATCH (party:Actor) WHERE $level <> 'actor' AND party.acts_for = meant RETURN party
  UNION
  MATCH (party:Country) WHERE $level = 'bloc' AND party.bloc = meant RETURN party
}
