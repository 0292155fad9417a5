// Claims that came in since a moment, also those that the lens does not show
// :param since string  ISO date and time, UTC
// :use lens
// :returns table
// :record NewClaim claim id, shown boolean, document id, event id, event_type event_type, voice id,
//    placed_from date?, placed_until date?
// :part came_in
RETURN claim.id AS claim, $lens IN claim.lenses AS shown, document.id AS document, assertion.id AS event,
       claim.event_type AS event_type, claim.voice AS voice, claim.placed_from AS placed_from,
       claim.placed_until AS placed_until
