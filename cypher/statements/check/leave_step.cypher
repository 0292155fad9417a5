// Record that a numbered step has brought the graph up to date
// :param mark string  The id of its mark
// :param number integer  Its number
// :param release integer  The release of the shape that it belongs to
// :param title string  What it does
// :param checksum string  The hash of what it does
// :param version string  Version of the program
// :param done_at string  When (ISO date and time, UTC)
// :returns table
// :columns left integer
MERGE (mark:Mark {id: $mark})
SET mark.number = $number, mark.release = $release, mark.title = $title, mark.checksum = $checksum,
    mark.version = $version, mark.done_at = $done_at
RETURN count(mark) AS left
