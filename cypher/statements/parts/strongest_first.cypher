// The order of ties: the most independent voices first, then the latest date or report
// Expects the columns of `return_ties`.
ORDER BY voices DESC,
         CASE WHEN coalesce(not_after, '') > coalesce(last_date, '') THEN not_after ELSE coalesce(last_date, '') END DESC,
         tie
