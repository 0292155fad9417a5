// Saved views, the latest first
// `address` has the parameters of the network page's address, `places` the positions of the nodes, both as JSON.
// :param limit integer = 200  Maximum number of views
// :returns table
// :record StoredView id id, name string, author string, address string, places string, saved_at time
MATCH (view:SavedView)
WHERE NOT view.retired
RETURN view.id AS id, view.name AS name, view.author AS author, view.address AS address, view.places AS places,
       view.saved_at AS saved_at
ORDER BY saved_at DESC, id
LIMIT $limit
