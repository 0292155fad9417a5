// Examples of the properties of each label
// From a few nodes of each label, because a graph may have millions.
// :returns table
// :record PropertyExample label string, name string, example string?
MATCH (node:Country)
// :part examples_of_properties
UNION ALL
MATCH (node:Actor)
// :part examples_of_properties
UNION ALL
MATCH (node:Document)
// :part examples_of_properties
UNION ALL
MATCH (node:Sentence)
// :part examples_of_properties
UNION ALL
MATCH (node:Word)
// :part examples_of_properties
UNION ALL
MATCH (node:Alias)
// :part examples_of_properties
UNION ALL
MATCH (node:Event)
// :part examples_of_properties
UNION ALL
MATCH (node:Relation)
// :part examples_of_properties
UNION ALL
MATCH (node:Claim)
// :part examples_of_properties
UNION ALL
MATCH (node:Tie)
// :part examples_of_properties
UNION ALL
MATCH (node:Annotation)
// :part examples_of_properties
UNION ALL
MATCH (node:MergeCandidate)
// :part examples_of_properties
UNION ALL
MATCH (node:Merger)
// :part examples_of_properties
UNION ALL
MATCH (node:Load)
// :part examples_of_properties
UNION ALL
MATCH (node:Mark)
// :part examples_of_properties
UNION ALL
MATCH (node:Lesson)
// :part examples_of_properties
UNION ALL
MATCH (node:QueryVersion)
// :part examples_of_properties
UNION ALL
MATCH (node:Favourite)
// :part examples_of_properties
UNION ALL
MATCH (node:SavedView)
// :part examples_of_properties
UNION ALL
MATCH (node:Visit)
// :part examples_of_properties
UNION ALL
MATCH (node:Watch)
// :part examples_of_properties
UNION ALL
MATCH (node:Note)
// :part examples_of_properties
UNION ALL
MATCH (node:BriefVersion)
// :part examples_of_properties
UNION ALL
MATCH (node:BriefItem)
// :part examples_of_properties
