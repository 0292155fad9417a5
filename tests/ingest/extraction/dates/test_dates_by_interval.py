"""Events dated by another event ("a year after the coup of 2014"), and days of a month near publication."""

from __future__ import annotations

import pytest

from cypher.model.graph import DatePrecision, Event
from tests.ingest.extraction.conftest import Extract

PUBLISHED = "2019-08-15"

ENGLISH = [
    ("Two years after the flood of 2010, Laos attacked Vietnam.", "2012-01-01", "year"),
    ("Laos attacked Vietnam a year after the 2014 coup.", "2015-01-01", "year"),
    ("A decade after the invasion of 2003, Laos attacked Vietnam.", "2013-01-01", "year"),
    ("The year after the vote of 2014, Laos attacked Vietnam.", "2015-01-01", "year"),
    ("Three years before the referendum of 2016, Laos attacked Vietnam.", "2013-01-01", "year"),
    ("Six months after the strike of July 2013, Laos attacked Vietnam.", "2014-01-01", "month"),
    ("Two days after the blast of 30 March 2015, Laos attacked Vietnam.", "2015-04-01", "day"),
    ("A month after the coup of 2014, Laos attacked Vietnam.", None, "unknown"),
    ("In 2012, two years after the flood, Laos attacked Vietnam.", "2012-01-01", "year"),
    ("Laos attacked Vietnam on the 12th of this month.", "2019-08-12", "day"),
    ("Laos attacked Vietnam on the 30th of last month.", "2019-07-30", "day"),
    ("Throughout 2017 Laos attacked Vietnam.", "2017-01-01", "year"),
]

INDONESIAN = [
    ("Dua tahun setelah banjir 2010, Laos menyerang Vietnam.", "2012-01-01", "year"),
    ("Laos menyerang Vietnam setahun setelah kudeta 2014.", "2015-01-01", "year"),
    ("Sedekade setelah invasi tahun 2003, Laos menyerang Vietnam.", "2013-01-01", "year"),
    ("Tiga tahun sebelum referendum 2016, Laos menyerang Vietnam.", "2013-01-01", "year"),
    ("Enam bulan setelah pemogokan Juli 2013, Laos menyerang Vietnam.", "2014-01-01", "month"),
    ("Dua hari setelah ledakan 30 Maret 2015, Laos menyerang Vietnam.", "2015-04-01", "day"),
    ("Sebulan setelah kudeta 2014, Laos menyerang Vietnam.", None, "unknown"),
    ("Tanggal 12 bulan ini Laos menyerang Vietnam.", "2019-08-12", "day"),
    ("Pada Selasa tanggal 30 bulan lalu, Laos menyerang Vietnam.", "2019-07-30", "day"),
    ("Penghujung 2017, Laos menyerang Vietnam.", "2017-01-01", "year"),
    ("Di penghujung Maret 2017, Laos menyerang Vietnam.", "2017-03-01", "month"),
    ("Sepanjang 2017 Laos menyerang Vietnam.", "2017-01-01", "year"),
    ("Laos menyerang Vietnam dengan pipa sepanjang 2000 kilometer.", None, "unknown"),
]


@pytest.mark.parametrize(
    ("text", "day", "precision", "language"),
    [(*row, "en") for row in ENGLISH] + [(*row, "id") for row in INDONESIAN],
)
def test_an_event_is_dated_by_the_interval_to_another(
    extracted: Extract, text: str, day: str | None, precision: str, language: str
) -> None:
    claims = extracted(text, language, published_on=PUBLISHED).claims
    events = [claim.asserts for claim in claims if isinstance(claim.asserts, Event)]
    attacks = [event for event in events if "VNM" in event.recipients]
    assert [(event.date, event.date_precision) for event in attacks] == [(day, DatePrecision(precision))]
