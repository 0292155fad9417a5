// The columns of an entry of a note
// Expects note and target (what it is shown with).
// :record StoredNote note id, number integer, target id, target_kind string, about string, kind string, text string,
//    tags [string], answers id?, author string, written_at time, created_at time, withdrawn boolean, document id?
RETURN note.note AS note, note.number AS number, target, note.target_kind AS target_kind, note.about AS about,
       note.kind AS kind, note.text AS text, note.tags AS tags, note.answers AS answers, note.author AS author,
       note.written_at AS written_at, note.created_at AS created_at, note.withdrawn AS withdrawn,
       note.document AS document
