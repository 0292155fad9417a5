// Each MergeCandidate has an id of its own
// :returns nothing
CREATE CONSTRAINT merge_candidate_id IF NOT EXISTS FOR (candidate:MergeCandidate) REQUIRE candidate.id IS UNIQUE
