// A query is a favourite of an author once
// :returns nothing
CREATE CONSTRAINT favourite_id IF NOT EXISTS FOR (favourite:Favourite) REQUIRE favourite.id IS UNIQUE
