// Save the first version of a case
// :param id id  The id, a hash of case and version
// :param nonce string  Made for this attempt, so that a retry after a lost answer finds its own version
// :param rows rows  One row: the properties of the version
// :returns table
// :columns saved boolean
UNWIND $rows AS row
MERGE (version:CaseVersion {id: $id})
ON CREATE SET version += row.properties
RETURN version.nonce = $nonce AS saved
