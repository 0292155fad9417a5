// Documents that came in since a moment
// :param since string  ISO date and time, UTC
// :returns table
// :record NewDocument document id, dataset string?, publisher string?, by_hand boolean, came_in_at time
// :part new_documents
RETURN document.id AS document, document.dataset AS dataset, document.publisher AS publisher,
       document.id STARTS WITH 'by-hand-' AS by_hand,
       coalesce(document.first_loaded_at, document.loaded_at) AS came_in_at
