// Maps that columns hold, named in `:columns` and `:record`
// :map EntityName  id id, name string
// :map Party  id id, name string, kind kind
// :map MentionedEntity  start integer, end integer, entity id, name string, kind kind
