// Who does to whom what a tie is of: what two do together is done by each with the other
// Expects tie; leaves what there was, with one and other (ids).
UNWIND CASE WHEN tie.directed THEN [[tie.actor, tie.recipient]]
            ELSE [[tie.actor, tie.recipient], [tie.recipient, tie.actor]] END AS way
WITH *, way[0] AS one, way[1] AS other
