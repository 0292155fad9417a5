// The notes on things, the oldest first
// All entries of each. The notes on an actor that was merged into another are among those on the other.
// :param targets ids  Ties, claims, entities and articles, in the graph or not
// :returns table
UNWIND $targets AS target
OPTIONAL MATCH (merged:Actor {merged_into: target})
WITH target, collect(merged.id) + [target] AS places
UNWIND places AS place
MATCH (note:Note {target: place})
// :part return_notes
ORDER BY written_at, note, number
