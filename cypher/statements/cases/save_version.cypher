// Save a version of a case
// Versions never change: if somebody else has saved this version, theirs is kept, and `saved` is false. There is
// no row if the case is for members only, or the change is, and `reader` is none of them.
// :param id id  The id, a hash of case and version
// :param nonce string  Made for this attempt, so that a retry after a lost answer finds its own version
// :param case_id id  The case
// :param reader string  Who saves
// :param for_members boolean  Whether only members may make this change
// :param rows rows  One row: the properties of the version
// :returns table
// :columns saved boolean
// :part case_of_reader
WITH newest
WHERE NOT $for_members OR $reader IN newest.members
UNWIND $rows AS row
MERGE (version:CaseVersion {id: $id})
ON CREATE SET version += row.properties
RETURN version.nonce = $nonce AS saved
