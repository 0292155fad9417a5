// Each Country has an id of its own
// :returns nothing
CREATE CONSTRAINT country_id IF NOT EXISTS FOR (country:Country) REQUIRE country.id IS UNIQUE
