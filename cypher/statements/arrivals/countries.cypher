// The names of countries
// :param ids ids  The countries
// :returns table
// :record NamedCountry id id, name name
UNWIND $ids AS id
MATCH (country:Country {id: id})
RETURN country.id AS id, country.name AS name
