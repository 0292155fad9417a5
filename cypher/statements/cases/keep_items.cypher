// Keep the items of a case
// An item never changes, so what is already there is left alone.
// :param rows rows  id, case_id, and content as JSON
// :returns table
// :columns items integer
UNWIND $rows AS row
MERGE (item:CaseItem {id: row.id})
ON CREATE SET item.case_id = row.case_id, item.content = row.content
RETURN count(item) AS items
