// Rules of alerts
// :param author string = null  Whose; all if null
// :returns table
// :record StoredRule id id, author string, case_id string, pace integer, destination string, lens string,
//    level string, through time, covered [id], turn integer, language string
MATCH (rule:AlertRule)
WHERE $author IS NULL OR rule.author = $author
RETURN rule.id AS id, rule.author AS author, rule.case_id AS case_id, rule.pace AS pace,
       rule.destination AS destination, rule.lens AS lens, rule.level AS level, rule.through AS through,
       rule.covered AS covered, rule.turn AS turn,
       coalesce(rule.language, 'en') AS language
ORDER BY author, id
