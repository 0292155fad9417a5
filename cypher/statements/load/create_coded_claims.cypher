// Create further claims of data sets about events that were created just before
// :param rows rows  event, sentence, claim (its properties)
// :returns table
// :columns created integer
UNWIND $rows AS row
MATCH (event:Event {id: row.event})
MATCH (sentence:Sentence {id: row.sentence})
// :part create_coded_claim
RETURN count(claim) AS created
