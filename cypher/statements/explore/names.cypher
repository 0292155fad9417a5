// Labels, relationship types and properties that the database knows
// The embedded engine lists no properties.
// :returns table
// :record KnownName kind string, name string
CALL db.labels() YIELD label
RETURN 'label' AS kind, label AS name
UNION ALL
CALL db.relationshipTypes() YIELD relationshipType
RETURN 'relationship type' AS kind, relationshipType AS name
UNION ALL
CALL db.propertyKeys() YIELD propertyKey
RETURN 'property' AS kind, propertyKey AS name
