// The claims that a curve of months leaves out
// Expects claim, each once. Returns how many have no date, and how many only a year.
RETURN count(CASE WHEN claim.date IS NULL THEN 1 END) AS undated,
       count(CASE WHEN size(claim.date) = 4 THEN 1 END) AS of_year
