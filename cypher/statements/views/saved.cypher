// Saved views, the latest first
// What each shows is an address of the network page, and where its nodes lie, both as JSON.
// :param limit integer = 200  At most so many
// :returns table
// :record StoredView id id, name string, author string, address string, places string, saved_at time
MATCH (view:SavedView)
WHERE NOT view.retired
RETURN view.id AS id, view.name AS name, view.author AS author, view.address AS address, view.places AS places,
       view.saved_at AS saved_at
ORDER BY saved_at DESC, id
LIMIT $limit
