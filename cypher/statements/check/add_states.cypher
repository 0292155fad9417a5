// Add the states of actors that are missing, named by their codes until a load names them
// :param rows rows  id (ISO 3166-1 alpha-3 code), people (the id of its people as an entity)
// :returns table
// :columns merged integer
UNWIND $rows AS row
MERGE (country:Country {id: row.id})
SET country.name = coalesce(country.name, row.id), country.kind = 'country', country.country = row.id,
    country.acts_for = row.id, country.people = row.people
RETURN count(country) AS merged
