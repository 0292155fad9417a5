// Communities over time
// :title id Komunitas dari waktu ke waktu
// Groups of entities that cooperate more with each other than with others, in each period. A pair counts with its
// claims of cooperation less those of conflict. A community goes on as the one of the period before with which it
// shares most members, and is called by the busiest of those that are in it longest. Only the pairs with most voices count.
// :param by string = quarter  The length of a period: month, quarter or year
// :param pairs integer = 600  Number of pairs to look at, those with most voices
// :param members integer = 3  Minimum number of members of a community
// :use level lens known_by since until
// :param limit integer = 8  Maximum number of communities, those with most members
// :returns chart line period members community
// :then communities_over_time
// :reads period string, first id, second id, first_name name, second_name name, cooperation integer, conflict integer
// :columns period string, community name, members integer, joined integer, left integer, leading [name], entities [id]
// :tag communities time
// :part pairs_by_period
