// A new claim of a data set, about an event, in a sentence
// Expects event, sentence and row.claim.
CREATE (event)<-[:ASSERTS]-(claim:Claim {
  id: row.claim.id, event_type: row.claim.event_type, date: row.claim.date, not_after: row.claim.not_after,
  placed_from: row.claim.placed_from, placed_until: row.claim.placed_until, known_on: row.claim.known_on,
  voice: row.claim.voice, confidence: row.claim.confidence, extracted_confidence: row.claim.extracted_confidence,
  extractor: row.claim.extractor, trigger_start: row.claim.trigger_start, trigger_end: row.claim.trigger_end,
  reasons: row.claim.reasons, lenses: row.claim.lenses, verdict: 'none', version: 0, tags: [], accepted_by: [],
  source_event: row.claim.source_event, code: row.claim.code, coded: row.claim.coded,
  intensity: row.claim.intensity, place: row.claim.place, latitude: row.claim.latitude,
  longitude: row.claim.longitude, fatalities: row.claim.fatalities, said: row.claim.said, fingerprint: row.claim.fingerprint
})-[:IN]->(sentence)
