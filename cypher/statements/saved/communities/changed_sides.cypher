// Who changed sides
// :title id Siapa yang berpindah pihak
// Entities that were in one community in a period and in another one in the next period in which they are in any, with
// their claims with the members of both in that later period: cooperation less conflict. The clearest changes come first.
// The communities are those of the query on communities over time; an entity with few claims may change by luck.
// :param by string = quarter  The length of a period: month, quarter or year
// :param pairs integer = 600  Number of pairs to look at, those with most voices
// :param members integer = 3  Minimum number of members of a community
// :use level lens known_by since until
// :param limit integer = 50  Maximum number of changes
// :returns table
// :then changed_sides
// :reads period string, first id, second id, first_name name, second_name name, cooperation integer, conflict integer
// :columns name name, period string, earlier_period string, old_community name, new_community name, with_old integer,
//    with_new integer, entity id
// :tag communities change
// :part pairs_by_period
