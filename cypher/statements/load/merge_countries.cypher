// Merge countries
// `kind`, `country` and `acts_for` repeat the label and the id, so that all entities have the same properties.
// :param rows rows  id (ISO 3166-1 alpha-3), name, names (as language:name),
//                   people (the id of its people as an entity), bloc (for which it counts; null if for none),
//                   blocs (for which it counts or counted)
// :returns table
// :record Merged merged integer, known integer
UNWIND $rows AS row
OPTIONAL MATCH (known:Country {id: row.id})
MERGE (country:Country {id: row.id})
SET country.name = row.name, country.names = row.names, country.kind = 'country', country.country = row.id,
    country.acts_for = row.id, country.people = row.people,
    country.bloc = row.bloc, country.blocs = row.blocs
RETURN count(country) AS merged, count(known) AS known
