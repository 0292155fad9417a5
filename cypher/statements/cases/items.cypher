// All items that a case has or once had
// :param case_id id  The case
// :param reader string  The reader
// :returns table
// :record CaseItemRow id id, content string
// :part case_of_reader
WITH newest
MATCH (item:CaseItem {case_id: newest.case_id})
RETURN item.id AS id, item.content AS content
