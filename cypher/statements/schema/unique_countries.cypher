// One Country an id
// :returns nothing
CREATE CONSTRAINT country_id IF NOT EXISTS FOR (country:Country) REQUIRE country.id IS UNIQUE
