// Save a view under the name that an author gives it
// The author's earlier view of that name is replaced.
// :param id id  Of author and name
// :param title string  The name
// :param author string  Who saves it
// :param address string  What it shows, as JSON
// :param places string  Where its nodes lie, as JSON
// :param saved_at string  When, in UTC
// :returns table
// :columns id id
MERGE (view:SavedView {id: $id})
SET view.name = $title, view.author = $author, view.address = $address, view.places = $places,
    view.saved_at = $saved_at, view.retired = false
RETURN view.id AS id
