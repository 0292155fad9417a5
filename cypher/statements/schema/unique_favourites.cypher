// Each Favourite has an id of its own
// :returns nothing
CREATE CONSTRAINT favourite_id IF NOT EXISTS FOR (favourite:Favourite) REQUIRE favourite.id IS UNIQUE
