// The claims that are attributed to $speaker
// Leaves claim.
CALL () {
  MATCH (:Country {id: $speaker})<-[:ATTRIBUTED_TO]-(claim:Claim) RETURN claim
  UNION
  MATCH (:Actor {id: $speaker})<-[:ATTRIBUTED_TO]-(claim:Claim) RETURN claim
}
WITH claim
