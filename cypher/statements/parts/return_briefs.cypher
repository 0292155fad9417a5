// The columns of a version of a brief
// Expects version.
// :record StoredBrief brief id, version integer, title string, owner string, author string, shared boolean,
//    retired boolean, created_at time, items [id]
RETURN version.brief AS brief, version.version AS version, version.title AS title, version.owner AS owner,
       version.author AS author, version.shared AS shared, version.retired AS retired,
       version.created_at AS created_at, version.items AS items
