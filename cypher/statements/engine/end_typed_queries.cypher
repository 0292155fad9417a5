// End the typed queries of some users
// Returns one row for each transaction that was still running.
// :param users strings  Names of the users, one for each typed query
// :returns table
// :columns message string
SHOW TRANSACTIONS YIELD transactionId, username WHERE username IN $users
TERMINATE TRANSACTIONS transactionId YIELD message RETURN message
