// When the newest batch was loaded
// :returns table
// :record NewestLoad finished_at time?
MATCH (load:Load)
RETURN max(load.finished_at) AS finished_at
