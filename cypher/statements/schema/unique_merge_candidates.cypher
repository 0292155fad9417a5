// One MergeCandidate an id
// :returns nothing
CREATE CONSTRAINT merge_candidate_id IF NOT EXISTS FOR (candidate:MergeCandidate) REQUIRE candidate.id IS UNIQUE
