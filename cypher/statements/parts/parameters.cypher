// Parameters that many statements share, declared by `:use NAME …`
// :param lens lens = trusted  Which claims count
// :param level level = state  Whose ties: of each actor, of the states and bodies for which they act, or of blocs of states
// :param known_by date = null  Only what was published by this day
// :param since date = null  First day, inclusive; an undated event counts on each day on which it may have been reported
// :param until date = null  Last day, inclusive; an undated event counts on each day on which it may have been reported
// :param event_types event_types = null  Only claims of these types
// :param statuses statuses = null  Only events that are actual, planned, hypothetical or negated
// :param sign sign = null  Only ties of this sign
// :param publishers strings = null  Only claims of articles by these publishers
// :param languages languages = null  Only claims of articles in these languages
// :param speakers ids = null  Only what these entities are said to have said
// :param least_confidence number = null  Only claims with at least this confidence
