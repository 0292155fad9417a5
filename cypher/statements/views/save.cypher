// Save a view under a name
// It replaces the author's earlier view of that name.
// :param id id  The id, a hash of author and name
// :param title string  The name
// :param author string  The author
// :param address string  The parameters of its address, as JSON
// :param places string  The positions of its nodes, as JSON
// :param saved_at string  ISO date and time, UTC
// :returns table
// :columns id id
MERGE (view:SavedView {id: $id})
SET view.name = $title, view.author = $author, view.address = $address, view.places = $places,
    view.saved_at = $saved_at, view.retired = false
RETURN view.id AS id
