"""The data sets of events that can be imported, each with its reader and how far it is to be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cypher.model.ids import own_table_name
from ingest.datasets.coded import Reader
from ingest.datasets.own_tables.csv_table import table_reader
from ingest.datasets.own_tables.mapping import TableMapping
from ingest.datasets.readers.acled import read_acled
from ingest.datasets.readers.gdelt import read_gdelt
from ingest.datasets.readers.gdelt_mentions import HIGHEST_ALONE
from ingest.datasets.readers.icews import read_icews
from ingest.datasets.readers.phoenix import read_phoenix
from ingest.datasets.readers.polecat import read_polecat
from ingest.datasets.readers.ucdp import read_ucdp


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set of events.

    `grade` is the Admiralty grade of the source, ``A`` to ``F``. `confidence` (0-1) is that of a report that
    states none: about the share of events that the source codes rightly. `home` is where to get the files,
    and `licence` says what may be done with them. `withdraws` tells whether it lists events it has deleted.
    """

    name: str
    title: str
    reader: Reader
    grade: str
    confidence: float
    licence: str
    home: str
    withdraws: bool = False


_ALL = (
    DataSet(
        name="icews",
        title="Integrated Crisis Early Warning System",
        reader=read_icews,
        grade="B",
        confidence=0.7,  # coded by a machine that its makers studied; our judgement, not their figure
        licence="Free to use with attribution (terms of the Dataverse study)",
        home="https://doi.org/10.7910/DVN/28075",
    ),
    DataSet(
        name="gdelt",
        title="Global Database of Events, Language, and Tone",
        reader=read_gdelt,
        grade="D",
        confidence=HIGHEST_ALONE,
        licence="Free to use with a citation of the GDELT Project",
        home="https://www.gdeltproject.org/data.html",
    ),
    DataSet(
        name="phoenix",
        title="Phoenix of the Open Event Data Alliance",
        reader=read_phoenix,
        grade="C",
        confidence=0.5,  # coded by a machine; no study of its errors is known to us
        licence="Free to use with attribution (Open Event Data Alliance)",
        home="https://github.com/openeventdata/phoenix_pipeline",
    ),
    DataSet(
        name="acled",
        title="Armed Conflict Location & Event Data",
        reader=read_acled,
        grade="B",
        confidence=0.85,  # coded and checked by people
        licence="Attribution; the data must not be passed on",
        home="https://acleddata.com",
        withdraws=True,
    ),
    DataSet(
        name="ucdp",
        title="UCDP Georeferenced Event Dataset",
        reader=read_ucdp,
        grade="B",
        confidence=0.85,  # coded and checked by people
        licence="CC BY 4.0",
        home="https://ucdp.uu.se/downloads/",
    ),
    DataSet(
        name="polecat",
        title="Political Event Classification, Attributes, and Types",
        reader=read_polecat,
        grade="C",
        confidence=0.6,  # coded by a machine; no study of its errors is known to us
        licence="Research and education only",
        home="https://doi.org/10.7910/DVN/AJGVIT",
    ),
)

OWN_TABLE = "csv"
"""The name of tables of one's own, which have no entry: each is read by a mapping (see `own_table`)."""

_BY_NAME: Mapping[str, DataSet] = MappingProxyType({each.name: each for each in _ALL})


def data_sets() -> Mapping[str, DataSet]:
    """Return all data sets by name, in the order in which they are listed."""
    return _BY_NAME


def own_table(title: str, mapping: TableMapping) -> DataSet:
    """Return the data set of a table of one's own, by its title; nobody knows how far it is to be trusted."""
    return DataSet(
        own_table_name(title), title, table_reader(mapping), grade="F", confidence=0.5, licence="", home=""
    )
