"""The part of a page with the reader's alerts: their list, and the form for another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from cypher.alerts.destinations import destination_names
from cypher.alerts.outbox import Outgoing, newest
from cypher.alerts.rules import FEED, FEEDS, Pace, Rule, feed_name
from cypher.errors import UsageError
from explorer.acts.alerts import RemoveAlert, SendTestAlert
from explorer.alerts.changing import add_alert, own_rules
from explorer.elements import Element, draw_elements, element
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.moments import moment
from explorer.phrases import Plural, Said, joined, say
from explorer.reads.connections import reader
from explorer.shell.frame import say_error
from explorer.view import keys, session
from explorer.view.fields import named_key, popover
from explorer.words import LANGUAGES

PACES: Mapping[Pace, str] = {
    Pace.AT_ONCE: "at once",
    Pace.HOURLY: "hourly",
    Pace.DAILY: "daily",
}
"""What the paces are called, in English."""


def draw_alerts(case_id: str = "") -> None:
    """Draw a button that opens the alerts of a case, or those on all watches of the reader."""
    words = session.words()
    if not has(Right.ANNOTATE):
        return
    with popover(words("Alerts"), ":material/notifications:", "alerts") as is_open:
        if is_open:
            _draw_list([each for each in own_rules() if each.case_id == case_id])
            _draw_form(case_id)


def _draw_list(found: Sequence[Rule]) -> None:
    lead = say(
        "An alert joins all your watches of an entity or a pair into one message when something new comes in."
    )
    lines = [_line(each, newest(reader(), each.id, 20)) for each in found]
    shown = element("ul", *lines, look="list") if lines else None
    draw_elements(element("div", element("p", lead, look="soft"), shown), key="list of alerts")


def _line(rule: Rule, found: Sequence[Outgoing]) -> Element:
    waiting = sum(not each.sent_at for each in found)
    failure = next((each.failure for each in found if each.failure), "")
    last = next((each.sent_at for each in found if each.sent_at), "")
    about = joined(
        " · ",
        (
            say("last sent {moment}", moment=moment(last)) if last else say("nothing sent yet"),
            Plural(waiting, "{number} alert waits", "{number} alerts wait") if waiting else None,
        ),
    )
    return element(
        "li",
        element(
            "span",
            element(
                "span",
                joined(", ", (_place(rule.destination), say(PACES[rule.pace]), _language(rule))),
            ),
            element("small", about),
            element("small", say("File of the feed: {file}", file=f"{FEEDS}/{feed_name(rule.id)}"))
            if rule.destination == FEED
            else None,
            element("small", say("Not accepted: {reason}", reason=failure)) if failure else None,
            look="stack",
        ),
        element("button", say("Send a test"), look="act", act=SendTestAlert(rule.id)),
        element("button", say("Remove"), look="act", act=RemoveAlert(rule.id)),
    )


def _language(rule: Rule) -> str:
    return LANGUAGES.get(rule.language, rule.language)


def _place(destination: str) -> Said:
    return say("Atom feed") if destination == FEED else destination


def _draw_form(case_id: str) -> None:
    words = session.words()
    try:
        names = [FEED, *destination_names()]
    except UsageError as error:
        say_error(error, key="destinations failed")
        names = [FEED]
    st.session_state.setdefault(keys.ALERT_PLACE, FEED)
    st.session_state.setdefault(keys.ALERT_PACE, Pace.AT_ONCE)
    st.session_state.setdefault(keys.ALERT_LANGUAGE, words.language)
    with st.container(horizontal=True, vertical_alignment="bottom", key="new alert"):
        st.selectbox(
            words("Send to"),
            names,
            key=named_key(keys.ALERT_PLACE),
            format_func=lambda name: words("Atom feed") if name == FEED else name,
        )
        st.selectbox(
            words("How often"),
            list(Pace),
            key=named_key(keys.ALERT_PACE),
            format_func=lambda pace: words(PACES[pace]),
        )
        st.selectbox(
            words("Language"),
            list(LANGUAGES),
            key=named_key(keys.ALERT_LANGUAGE),
            format_func=lambda code: LANGUAGES[code],
        )
        st.button(words("Add an alert"), type="primary", key="add alert", on_click=_add, args=(case_id,))


def _add(case_id: str) -> None:
    state = st.session_state
    pace, language = Pace(state[keys.ALERT_PACE]), str(state[keys.ALERT_LANGUAGE])
    add_alert(str(state[keys.ALERT_PLACE]), pace, language, case_id)
