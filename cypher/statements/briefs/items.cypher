// The items of briefs
// :param ids ids  The items
// :returns table
// :record StoredItem id id, content string
UNWIND $ids AS id
MATCH (item:BriefItem {id: id})
RETURN item.id AS id, item.content AS content
