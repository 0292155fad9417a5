// Record that a reader has seen a version of a case
// :param id id  The id, a hash of reader and case
// :param case_id id  The case
// :param reader string  The reader
// :param version integer  The version
// :param now string  ISO date and time, UTC
// :returns nothing
// :part case_of_reader
WITH newest
MERGE (look:CaseLook {id: $id})
SET look.author = $reader, look.case_id = newest.case_id, look.version = $version, look.looked_at = $now
