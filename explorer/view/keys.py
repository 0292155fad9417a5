"""The keys of Streamlit's session, which holds the state of one reader.

The session is one dictionary for all pages. Its keys are defined only here, so that no two pages use one key
for different things. Many are also keys of widgets and hold their values. Tests refer to them by these texts.
"""

from __future__ import annotations

# The reader, and what all pages share
PAGE = "page"
OPENED = "opened"
ADDRESSES = "addresses"
PLACES = "linked places"
AUDITED = "audited page"  # the page that was recorded last, with what it shows
AUDITED_DOOR = "audited door"  # who came in, as it was recorded last
UNREAD = "unread"  # what the opened address has that means nothing
BY_LINK = "by link"
LENS = "lens"
LANGUAGE = "language"
AUTHOR = "judging as"  # the name that is used for writes
AUTHOR_FIELD = "author"
NAME_REFUSED = "name refused"
COOKIES = "cookies"
COOKIES_ASKED = "cookies asked"
VISITS = "visits"
TOUR_STEP = "tour step"
WORKS = "works"
PENDING = "pending writes"
UNSIGNED = "writes without a name"
DRAFTS = "drafts"
UNDO_LIST = "undo list"
NOTICE = "notice"  # the message on the last undo or redo

# The network
NETWORK = "network"  # the drawing of the network page
TRAIL = "trail"
EXPANSION = "expansion"
SEARCH = "search"
CANVAS = "on the canvas"  # the picture that the canvas shows, with its selection
FIELDS = "fields"  # how often each field of the view was drawn as a new one
FILTERS_OPEN = "filters"  # whether the popover with filters is open
NAMED_IN = "named in"  # the language in which each field was drawn
SHOWN_AS = "shown as"  # the form of the picture
VIEW_NAME = "view name"
VIEW_FAILED = "view failed"

# Judging
CHOSEN_CLAIMS = "chosen claims"
SEEN_VERSIONS = "seen versions"
LAST_JUDGEMENT = "last judgement"
JUDGING_FAILED = "judging failed"
REFUSED = "refused"
RECODING = "recoding"
RECODED_CLAIM = "recoded claim"
RECODED_TYPE = "recoded type"
RECODED_ACTORS = "recoded actors"
RECODED_RECIPIENTS = "recoded recipients"
RECODED_MEDIATORS = "recoded mediators"

# Notes
NOTE_DRAFTS = "note drafts"

# Claims by hand
CLAIM_DRAFTS = "claim drafts"
HAND_WHOSE = "whose claims by hand"
HAND_FIND = "find claim by hand"

# The review
REVIEW_STAGE = "review stage"
REVIEW_ROUND = "review round"
REVIEW_OUTCOME = "review outcome"
REVIEW_TYPES = "review types"
REVIEW_LANGUAGES = "review languages"
REVIEW_SINCE = "review since"
REVIEW_UNTIL = "review until"
MERGED_ENTITY = "merged entity"
MERGED_INTO = "merged into"
MERGE_NOTE = "merge note"
LAST_MERGER = "last merger"
SKIPPED_PAIRS = "skipped pairs"

GATHERED = "gathered verdicts"  # the file, with the version of the data

# Queries
QUERY = "query"
QUERY_OPENED = "query opened"
QUERY_RUN = "query run"
FORMS = "forms"
RESULT_VIEWS = "result views"  # the form and the chart of each result
UNCLEAR = "unclear names"
ANSWERS = "answers"
ASKED = "asked"
ASKED_TEXT = "asked text"
CYPHER = "cypher"
CYPHER_TYPED = "cypher typed"  # whether the reader has typed it, and not saved it
CYPHER_ASIDE = "cypher aside"  # what they had typed before another text replaced it
INSERTED = "inserted name"
EDITING = "editing"
SAVING = "saving a query"
LEAVE_FOR_NETWORK = "leave for network"

# Briefs
BRIEF = "brief"  # the id of the open one, to which additions go
BRIEF_VERSION = "brief version"
BRIEF_DRAFTS = "brief drafts"
BRIEF_EDITED = "edited part"
BRIEF_REFUSED = "brief refused"
BRIEF_TITLE = "brief title"
BRIEF_SHARED = "brief shared"
BRIEF_NEW = "new brief"
BRIEF_TEXT = "brief text"
BRIEF_HEADING = "brief heading"
BRIEF_TYPED = "brief typed"  # own text that is not added yet
BRIEF_PART = "brief part"  # the typed text of the part that is edited

# Cases
CASE = "case"  # the id of the open one
CASE_ADDING = "added to a case"  # the item for which a dialog asks to which case it is added
CASE_ARTICLE = "sentences for a case"  # the document whose sentences the dialog offers
CASE_SENTENCE = "sentence for a case"
CASE_CHOSEN = "chosen case"
CASE_NEW_TITLE = "title of a new case"
CASE_REMARK = "remark for a case"
CASE_BEGUN = "begin a case"
CASE_TITLE = "case title"
CASE_SUMMARY = "case summary"
CASE_STATUS = "case status"
CASE_MEMBER = "case member"
CASE_MEMBERS_ONLY = "case members only"
CASE_TYPED = "case typed"  # titles and summaries that are not saved, by case
CASE_REFUSED = "case refused"  # why a title or summary was not saved
CASE_LOOKS = "case looks"  # the reader's last looks before this session, by case

# Alerts
ALERT_PLACE = "place of a new alert"
ALERT_PACE = "pace of a new alert"
ALERT_LANGUAGE = "language of a new alert"

# The overview
OVERVIEW_SIGNS = "overview signs"
OVERVIEW_SINCE = "overview since"
OVERVIEW_UNTIL = "overview until"
OVERVIEW_COLOUR = "overview colour"

# Since, actors, documents, adding
SINCE_FIRST = "since first"
SINCE_LAST = "since last"
SINCE_KINDS = "since kinds"
SINCE_CHOSEN = "since chosen"
SINCE_WAY = "since way"  # what came in, or two days compared
CAME_ONLY = "came only"  # the source, type or country that is shown alone
CAME_SINCE = "came since"  # the moment since which things came in
OPENS_FIRST = "opens first"  # the field for whether the page Since opens first
PROFILE = "profile"
COMPARED = "compared with"
PROFILE_FILTERS = "profile filters"
OVERVIEW_FILTERS = "overview filters"
DOCUMENT = "document"
CLAIM = "claim"
FIND_DOCUMENT = "find document"
SENTENCE = "found sentence"  # its first and last character in the chosen document

# The search
FIND = "find"
FIND_PUBLISHER = "find publisher"
FIND_LANGUAGE = "find language"
FIND_ACTOR = "find actor"
FIND_SINCE = "find since"
FIND_UNTIL = "find until"

# Adding
INGEST_RUN = "feeding"
INGEST_RESULT = "fed"

# Sources
SOURCE = "source chosen"
SOURCES_RUN = "adding sources"
SOURCES_RESULT = "sources added so far"
SOURCES_REFUSED = "source refused"
SOURCE_REMOVED = "source removed last"

# Event data
EVENTS_SET = "events set"
EVENTS_SOURCE = "events source"  # the table and the mapping file whose mapping is in the fields
EVENTS_DRAFT = "events draft"  # the mapping in the fields
EVENTS_TABLE = "events table read"
EVENTS_TOLD = "events told"  # what files become, by what was asked
EVENTS_AT_ONCE = "events at once"
EVENTS_RUN = "events run"
EVENTS_RESULT = "events result"
EVENTS_ACTORS = "events actors"
