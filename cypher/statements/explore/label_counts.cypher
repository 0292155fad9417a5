// The number of nodes of each label
// From the database's own counts, so that no node is read.
// :returns table
// :record LabelNumber label string, number integer
UNWIND [
  ['Country', COUNT { MATCH (:Country) }], ['Actor', COUNT { MATCH (:Actor) }],
  ['Document', COUNT { MATCH (:Document) }], ['Sentence', COUNT { MATCH (:Sentence) }],
  ['Word', COUNT { MATCH (:Word) }], ['Alias', COUNT { MATCH (:Alias) }],
  ['Event', COUNT { MATCH (:Event) }], ['Relation', COUNT { MATCH (:Relation) }],
  ['Claim', COUNT { MATCH (:Claim) }], ['Tie', COUNT { MATCH (:Tie) }],
  ['Annotation', COUNT { MATCH (:Annotation) }], ['MergeCandidate', COUNT { MATCH (:MergeCandidate) }],
  ['Merger', COUNT { MATCH (:Merger) }], ['Load', COUNT { MATCH (:Load) }],
  ['Mark', COUNT { MATCH (:Mark) }], ['Lesson', COUNT { MATCH (:Lesson) }],
  ['QueryVersion', COUNT { MATCH (:QueryVersion) }], ['Favourite', COUNT { MATCH (:Favourite) }],
  ['SavedView', COUNT { MATCH (:SavedView) }], ['Visit', COUNT { MATCH (:Visit) }],
  ['Watch', COUNT { MATCH (:Watch) }], ['Note', COUNT { MATCH (:Note) }],
  ['BriefVersion', COUNT { MATCH (:BriefVersion) }], ['BriefItem', COUNT { MATCH (:BriefItem) }],
  ['CaseVersion', COUNT { MATCH (:CaseVersion) }], ['CaseItem', COUNT { MATCH (:CaseItem) }],
  ['CaseLook', COUNT { MATCH (:CaseLook) }], ['AlertRule', COUNT { MATCH (:AlertRule) }],
  ['Alert', COUNT { MATCH (:Alert) }]
] AS counted
RETURN counted[0] AS label, counted[1] AS number
ORDER BY label
