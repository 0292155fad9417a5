// Merge lasting relations with both ends
// New relations have no lenses, so that no query shows them until their claims are loaded.
// :param rows rows  id, relation_type, role, subject, subject_link, subject_acts_for, object, object_link,
//                   object_acts_for
// :returns table
// :record Merged merged integer, known integer
UNWIND $rows AS row
OPTIONAL MATCH (subject_country:Country {id: row.subject})
OPTIONAL MATCH (subject_actor:Actor {id: row.subject})
OPTIONAL MATCH (object_country:Country {id: row.object})
OPTIONAL MATCH (object_actor:Actor {id: row.object})
OPTIONAL MATCH (known:Relation {id: row.id})
WITH row, known, coalesce(subject_country, subject_actor) AS subject, coalesce(object_country, object_actor) AS object
MERGE (relation:Relation {id: row.id})
ON CREATE SET relation.lenses = []
SET relation.relation_type = row.relation_type, relation.role = row.role
MERGE (relation)<-[first_end:SUBJECT_OF {id: row.subject_link}]-(subject)
ON CREATE SET first_end.acts_for = row.subject_acts_for
MERGE (relation)-[last_end:HAS_OBJECT {id: row.object_link}]->(object)
ON CREATE SET last_end.acts_for = row.object_acts_for
RETURN count(relation) AS merged, count(known) AS known
