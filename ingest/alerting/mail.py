"""Sends alerts by mail, each as plain text and as HTML."""

from __future__ import annotations

import smtplib
import ssl
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from cypher.alerts.destinations import Mail, Security
from cypher.alerts.items import Alert
from cypher.alerts.words import alert_words
from ingest.alerting.failures import NotAcceptedError
from ingest.alerting.wording import as_html, headline, plain

SECONDS = 20.0
"""The maximum time without an answer of the server."""

_LONGEST_SUBJECT = 150


def send_mail(alert: Alert, to: Mail, seconds: float = SECONDS) -> None:
    """Send an alert. Raises `NotAcceptedError` unless the server takes it for all receivers."""
    try:
        with _connected(to, seconds) as server:
            if to.user:
                server.login(to.user, to.password)
            refused = server.send_message(message(alert, to))
    except (smtplib.SMTPException, OSError) as error:
        raise NotAcceptedError(f"{to.name}: {_reason(error)}") from error
    if refused:
        raise NotAcceptedError(f"{to.name}: the server refused {', '.join(sorted(refused))}")


def message(alert: Alert, to: Mail) -> EmailMessage:
    """Return the mail. Its Message-ID follows from the alert, so a mail that comes twice can be dropped."""
    made = EmailMessage(policy=SMTP)
    domain = to.sender.rpartition("@")[2]
    made["From"] = Address("Konstelasi", addr_spec=to.sender)
    made["To"] = [Address(addr_spec=each) for each in to.to]
    made["Subject"] = "".join(filter(str.isprintable, headline(alert)))[:_LONGEST_SUBJECT]
    made["Date"] = format_datetime(datetime.fromisoformat(alert.made_at))
    made["Message-ID"] = f"<{sha256(alert.id.encode()).hexdigest()[:40]}@{domain}>"
    made["List-Id"] = f"Konstelasi alerts <alerts.{domain}>"
    made["Auto-Submitted"] = "auto-generated"
    made["X-Konstelasi-Alert"] = "".join(filter(str.isalnum, alert.id))
    made.set_content(plain(alert))
    language = alert_words(alert.language).language
    html = f'<!DOCTYPE html><html lang="{language}"><body>{as_html(alert)}</body></html>'
    made.add_alternative(html, subtype="html")
    made["Content-Language"] = language
    return made


def _connected(to: Mail, seconds: float) -> smtplib.SMTP:
    trust = ssl.create_default_context()
    if to.security is Security.TLS:
        return smtplib.SMTP_SSL(to.host, to.port, timeout=seconds, context=trust)
    server = smtplib.SMTP(to.host, to.port, timeout=seconds)
    if to.security is Security.STARTTLS:
        try:
            server.starttls(context=trust)
        except BaseException:
            server.close()
            raise
    return server


def _reason(error: Exception) -> str:
    """Return what went wrong in one line, without what the server says to a password."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "the server refused the user or the password"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"the server answered {error.smtp_code}"
    return " ".join(f"{type(error).__name__} {error}".split())[:200]
