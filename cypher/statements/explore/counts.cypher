// What is in the graph
// :title id Isi graf
// The counts change when a load is finished, and when documents, claims, annotations, mergers
// or lessons come or go.
// :returns table
// :record GraphCounts documents integer, sentences integer, countries integer, actors integer,
//    events integer, relations integer, claims integer, ties integer, annotations integer, mergers integer,
//    loads integer, lessons integer, loaded boolean
RETURN COUNT { MATCH (:Document) } AS documents, COUNT { MATCH (:Sentence) } AS sentences,
       COUNT { MATCH (:Country) } AS countries, COUNT { MATCH (:Actor) } AS actors,
       COUNT { MATCH (:Event) } AS events, COUNT { MATCH (:Relation) } AS relations,
       COUNT { MATCH (:Claim) } AS claims, COUNT { MATCH (:Tie) } AS ties,
       COUNT { MATCH (:Annotation) } AS annotations, COUNT { MATCH (:Merger) } AS mergers,
       COUNT { MATCH (:Load) } AS loads, COUNT { MATCH (lesson:Lesson) WHERE lesson.applied } AS lessons,
       EXISTS { MATCH (document:Document) WHERE document.loaded_at >= '0000' } AS loaded
