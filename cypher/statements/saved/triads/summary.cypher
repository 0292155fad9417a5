// Structural balance
// :title id Keseimbangan struktural
// How many triangles of friendly (+) and hostile (−) pairs there are, by kind, and how many there would be if the same
// signs were shuffled over the same pairs: “Expected” is their mean, and nine of ten shuffles are from “Low” to “High”.
// Balanced are +++ and +−−, which the last two rows add up, unbalanced ++− and −−−.
// :param pairs integer = 500  Number of pairs to look at, those with most voices
// :param hostile_from number = 0.5  Share of conflict in the voices of a pair, from 0 to 1, from which it is hostile
// :param shuffles integer = 200  Number of shuffles, at most 1,000
// :use level lens known_by since until
// :returns table
// :then balance
// :reads first id, second id, cooperation integer, conflict integer
// :columns triad string, balanced boolean, triangles integer, share number, expected number, low integer, high integer,
//    expected_share number
// :tag balance network
// :part signed_pairs
RETURN first, second, cooperation, conflict
ORDER BY cooperation + conflict DESC, first, second
