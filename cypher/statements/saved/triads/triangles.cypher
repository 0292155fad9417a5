// Triangles of friends and enemies
// :title id Segitiga kawan dan lawan
// Three entities, each in touch with both others. A pair counts as hostile (−) from the share of conflict on, else
// as friendly (+). A triangle is balanced with no or two hostile pairs: the friend of a friend is a friend, the enemy
// of an enemy too. Only the pairs with most voices count; triangles whose weakest pair has most voices come first.
// :param unbalanced boolean = false  Only triangles that are not balanced
// :param pairs integer = 500  Number of pairs to look at, those with most voices
// :param hostile_from number = 0.5  Share of conflict in the voices of a pair, from 0 to 1, from which it is hostile
// :use level lens known_by since until
// :param limit integer = 50  Maximum number of triangles
// :returns table
// :then triangles
// :reads first id, second id, cooperation integer, conflict integer, first_name name, second_name name
// :columns triad string, balanced boolean, first_name name, second_name name, third_name name,
//    first_and_second sign, second_and_third sign, first_and_third sign, voices integer, first id, second id, third id
// :tag balance network
// :part signed_pairs
// :part name_pair
RETURN first, second, cooperation, conflict, first_name, second_name
ORDER BY cooperation + conflict DESC, first, second
