// Store for which blocs countries count or counted
// :param rows rows  id (ISO 3166-1 alpha-3), bloc (null if for none today), blocs
// :returns table
// :columns countries integer
UNWIND $rows AS row
MATCH (country:Country {id: row.id})
SET country.bloc = row.bloc, country.blocs = row.blocs
RETURN count(country) AS countries
