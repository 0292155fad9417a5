// Maps that columns hold, named in `:columns` and `:record`
// :map EntityName  id id, name name
// :map Party  id id, name name, kind kind
// :map ActingParty  id id, name name, kind kind, acts_for id
// :map MentionedEntity  start integer, end integer, entity id, name name, kind kind
