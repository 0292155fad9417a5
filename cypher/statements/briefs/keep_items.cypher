// Keep the items of a brief
// An item never changes, so what is already there is left alone.
// :param rows rows  id, and content as JSON
// :returns table
// :columns items integer
UNWIND $rows AS row
MERGE (item:BriefItem {id: row.id})
ON CREATE SET item.content = row.content
RETURN count(item) AS items
