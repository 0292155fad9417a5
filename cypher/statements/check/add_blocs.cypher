// Add the blocs for which states of the graph count or counted, named in English until a load names them otherwise
// :param rows rows  id, name, names (as language:name), states (ISO 3166-1 alpha-3)
// :returns table
// :columns merged integer
UNWIND $rows AS row
UNWIND row.states AS state
MATCH (:Country {id: state})
WITH DISTINCT row.id AS id, row.name AS name, row.names AS names
MERGE (bloc:Actor {id: id})
SET bloc.name = coalesce(bloc.name, name), bloc.names = coalesce(bloc.names, names),
    bloc.kind = coalesce(bloc.kind, 'organisation'), bloc.acts_for = coalesce(bloc.acts_for, id)
RETURN count(bloc) AS merged
