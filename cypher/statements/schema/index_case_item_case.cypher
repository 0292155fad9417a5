// Find the items of a case
// :returns nothing
CREATE INDEX case_item_case IF NOT EXISTS FOR (item:CaseItem) ON (item.case_id)
