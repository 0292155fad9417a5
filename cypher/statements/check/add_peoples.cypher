// Add the people of states, as one entity for each state
// :param rows rows  id, country (ISO 3166-1 alpha-3)
// :returns table
// :columns merged integer
UNWIND $rows AS row
MATCH (country:Country {id: row.country})
MERGE (people:Actor {id: row.id})
SET people.name = coalesce(people.name, 'people of ' + country.name), people.kind = 'group',
    people.country = row.country, people.acts_for = row.id
RETURN count(people) AS merged
