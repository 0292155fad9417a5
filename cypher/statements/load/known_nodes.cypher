// Those of some events, documents and sentences that are in the graph
// :param events ids  Events
// :param documents ids  Documents
// :param sentences ids  Sentences
// :returns table
// :record KnownNode id id
CALL () {
  UNWIND $events AS id
  MATCH (node:Event {id: id}) RETURN id
  UNION ALL
  UNWIND $documents AS id
  MATCH (node:Document {id: id}) RETURN id
  UNION ALL
  UNWIND $sentences AS id
  MATCH (node:Sentence {id: id}) RETURN id
}
RETURN id
