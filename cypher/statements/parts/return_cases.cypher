// The columns of a version of a case
// Expects version.
// :record StoredCase case_id id, version integer, title string, summary string, state string, members [string],
//    members_only boolean, items [id], owner string, author string, retired boolean, created_at time
RETURN version.case_id AS case_id, version.version AS version, version.title AS title, version.summary AS summary,
       version.state AS state, version.members AS members, version.members_only AS members_only,
       version.items AS items, version.owner AS owner, version.author AS author, version.retired AS retired,
       version.created_at AS created_at
