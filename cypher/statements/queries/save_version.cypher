// Save a version of an analyst's query
// Versions are never changed: when somebody saved this one already, theirs stays and comes back.
// :param rows rows  id, and the properties of the version
// :returns table
// :record SavedVersion nonce string, author string, created_at time
UNWIND $rows AS row
MERGE (version:QueryVersion {id: row.id})
ON CREATE SET version += row.properties
RETURN version.nonce AS nonce, version.author AS author, version.created_at AS created_at
