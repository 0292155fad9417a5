// What an id stands for, with a text that describes it
// `document` is the article of a claim, or the article itself.
// :param id id  A tie, claim, entity or article
// :returns table
// :record NoteTarget id id, kind string, about string, document id?
OPTIONAL MATCH (tie:Tie {id: $id})
OPTIONAL MATCH (claim:Claim {id: $id})
OPTIONAL MATCH (country:Country {id: $id})
OPTIONAL MATCH (actor:Actor {id: $id})
OPTIONAL MATCH (article:Document {id: $id})
WITH coalesce(tie, claim, country, actor, article) AS target,
     CASE WHEN tie IS NOT NULL THEN 'tie' WHEN claim IS NOT NULL THEN 'claim' WHEN article IS NOT NULL THEN 'article'
          ELSE 'entity' END AS kind
WHERE target IS NOT NULL
OPTIONAL MATCH (initiator)-[:INITIATES]->(target)-[:REACHES]->(recipient)
OPTIONAL MATCH (target)-[:IN]->(sentence:Sentence)-[:OF]->(source:Document)
RETURN target.id AS id, kind,
       CASE kind WHEN 'tie' THEN initiator.name + ' → ' + recipient.name + ' · ' + coalesce(target.relation_type, target.sign)
                 WHEN 'claim' THEN coalesce(target.said, sentence.text)
                 WHEN 'entity' THEN target.name
                 ELSE coalesce(target.title, '') END AS about,
       CASE kind WHEN 'article' THEN target.id WHEN 'claim' THEN source.id END AS document
