// Documents that came into the graph at or after a moment
// A document that is loaded again counts from its first load. Expects the parameter `since`; leaves document.
MATCH (document:Document)
WHERE document.loaded_at >= $since AND coalesce(document.first_loaded_at, document.loaded_at) >= $since
