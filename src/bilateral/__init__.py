"""Typed, checkable facts about relations between states from Hungarian-language news.

Everything public is an attribute of this package and is loaded when it is first asked for, so that
importing costs next to nothing::

    import bilateral

    article = bilateral.parse(text)
    bilateral.tables(article)["agreements"]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from bilateral.model import display

if TYPE_CHECKING:
    from bilateral.corpus import spark as spark
    from bilateral.corpus.documents import Document as Document
    from bilateral.corpus.documents import Failure as Failure
    from bilateral.corpus.documents import Parsed as Parsed
    from bilateral.corpus.parallel import parse_many as parse_many
    from bilateral.errors import BilateralError as BilateralError
    from bilateral.errors import DataFileError as DataFileError
    from bilateral.errors import DocumentError as DocumentError
    from bilateral.errors import ExtraMissingError as ExtraMissingError
    from bilateral.errors import InvalidValueError as InvalidValueError
    from bilateral.errors import Problem as Problem
    from bilateral.exchange.arrow import to_arrow as to_arrow
    from bilateral.exchange.dataframe import to_frames as to_frames
    from bilateral.exchange.html import to_html as to_html
    from bilateral.exchange.json import from_json as from_json
    from bilateral.exchange.json import to_json as to_json
    from bilateral.exchange.parquet import write_parquet as write_parquet
    from bilateral.exchange.records import TABLES as TABLES
    from bilateral.exchange.records import tables as tables
    from bilateral.exchange.schema import json_schema as json_schema
    from bilateral.hungarian.lexicon import lexicon as lexicon
    from bilateral.model.article import Article as Article
    from bilateral.model.article import Mention as Mention
    from bilateral.model.facts import FACT_TYPES as FACT_TYPES
    from bilateral.model.facts import Agreement as Agreement
    from bilateral.model.facts import AnyFact as AnyFact
    from bilateral.model.facts import DiplomaticMission as DiplomaticMission
    from bilateral.model.facts import EconomicIndicator as EconomicIndicator
    from bilateral.model.facts import Fact as Fact
    from bilateral.model.facts import Meeting as Meeting
    from bilateral.model.facts import Plan as Plan
    from bilateral.model.facts import Statement as Statement
    from bilateral.model.facts import StateVisit as StateVisit
    from bilateral.model.kinds import AgreementKind as AgreementKind
    from bilateral.model.kinds import AgreementStatus as AgreementStatus
    from bilateral.model.kinds import Basis as Basis
    from bilateral.model.kinds import Comparator as Comparator
    from bilateral.model.kinds import Measure as Measure
    from bilateral.model.kinds import MeetingKind as MeetingKind
    from bilateral.model.kinds import MeetingStatus as MeetingStatus
    from bilateral.model.kinds import MissionKind as MissionKind
    from bilateral.model.kinds import MissionStatus as MissionStatus
    from bilateral.model.kinds import Office as Office
    from bilateral.model.kinds import SpeechAct as SpeechAct
    from bilateral.model.kinds import SpeechMode as SpeechMode
    from bilateral.model.kinds import Venue as Venue
    from bilateral.model.kinds import VisitRank as VisitRank
    from bilateral.model.kinds import VisitStatus as VisitStatus
    from bilateral.model.text import UNSOURCED as UNSOURCED
    from bilateral.model.text import Evidence as Evidence
    from bilateral.model.text import Span as Span
    from bilateral.model.values import Amount as Amount
    from bilateral.model.values import Period as Period
    from bilateral.model.world import Country as Country
    from bilateral.model.world import Organization as Organization
    from bilateral.model.world import Person as Person
    from bilateral.model.world import Place as Place
    from bilateral.reading.parser import explain as explain
    from bilateral.reading.parser import parse as parse

__version__ = "0.1.0"

_PUBLIC = {
    "corpus.documents": "Document Failure Parsed",
    "corpus.parallel": "parse_many",
    "errors": "BilateralError DataFileError DocumentError ExtraMissingError InvalidValueError Problem",
    "exchange.arrow": "to_arrow",
    "exchange.dataframe": "to_frames",
    "exchange.html": "to_html",
    "exchange.json": "from_json to_json",
    "exchange.parquet": "write_parquet",
    "exchange.records": "TABLES tables",
    "exchange.schema": "json_schema",
    "hungarian.lexicon": "lexicon",
    "model.article": "Article Mention",
    "model.facts": "FACT_TYPES Agreement AnyFact DiplomaticMission EconomicIndicator Fact Meeting Plan "
    "Statement StateVisit",
    "model.kinds": "AgreementKind AgreementStatus Basis Comparator Measure MeetingKind MeetingStatus "
    "MissionKind MissionStatus Office SpeechAct SpeechMode Venue VisitRank VisitStatus",
    "model.text": "UNSOURCED Evidence Span",
    "model.values": "Amount Period",
    "model.world": "Country Organization Person Place",
    "reading.parser": "explain parse",
}
_MODULES = {"spark": "corpus.spark"}
_HOME = {name: module for module, names in _PUBLIC.items() for name in names.split()}

__all__ = ["__version__", *_MODULES, *_HOME]  # noqa: PLE0604  # the names are strings, in the table above


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for (PEP 562)."""
    if name in _MODULES:
        return import_module(f"bilateral.{_MODULES[name]}")
    if name not in _HOME:
        message = f"module 'bilateral' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"bilateral.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted(__all__)


def _notebook_html(article: Article) -> str:
    markup: str = import_module("bilateral.exchange.html").to_html(article, fragment=True)
    return markup


display.plug(_notebook_html)
