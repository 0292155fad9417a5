// When a reader looked at cases last, and which version they saw
// :param reader string  The reader
// :returns table
// :record CaseLook case_id id, version integer, looked_at time
MATCH (look:CaseLook)
WHERE look.author = $reader
RETURN look.case_id AS case_id, look.version AS version, look.looked_at AS looked_at
