// Remove a saved view from the list
// Nothing happens unless the author saved it.
// :param id id  The view
// :param author string  The author
// :returns table
// :columns id id
MATCH (view:SavedView {id: $id})
WHERE view.author = $author
SET view.retired = true
RETURN view.id AS id
