// Take a saved view out of the list
// Only the one who saved it can do so.
// :param id id  The view
// :param author string  Who asks
// :returns table
// :columns id id
MATCH (view:SavedView {id: $id})
WHERE view.author = $author
SET view.retired = true
RETURN view.id AS id
