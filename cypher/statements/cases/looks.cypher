// When a reader looked at cases last, which version they saw, and how many changes others have made since
// :param reader string  The reader
// :returns table
// :record CaseLook case_id id, version integer, looked_at time, changes integer
MATCH (look:CaseLook)
WHERE look.author = $reader
RETURN look.case_id AS case_id, look.version AS version, look.looked_at AS looked_at,
       COUNT { MATCH (later:CaseVersion) WHERE later.case_id = look.case_id AND later.version > look.version
         AND later.author <> $reader } AS changes
