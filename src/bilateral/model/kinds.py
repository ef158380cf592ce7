"""The closed vocabularies of the facts, as the tables write them.

Each enumeration is a :class:`enum.StrEnum`: its members are equal to the strings of the tables.
"""

from __future__ import annotations

from enum import StrEnum


class Office(StrEnum):
    """What a person is, by function and not by title."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    FOREIGN_MINISTER = "foreign_minister"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    AMBASSADOR = "ambassador"
    SPOKESPERSON = "spokesperson"
    ADVISER = "adviser"
    SPEAKER_OF_PARLIAMENT = "speaker_of_parliament"
    ENVOY = "envoy"
    LEGISLATOR = "legislator"
    CENTRAL_BANKER = "central_banker"
    MILITARY = "military"
    EXECUTIVE = "executive"
    ORGANISATION_HEAD = "organisation_head"
    ROYAL = "royal"
    CLERIC = "cleric"
    OTHER = "other"


class VisitRank(StrEnum):
    """The protocol rank of a visit."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    PRIVATE = "private"
    UNSPECIFIED = "unspecified"


class VisitStatus(StrEnum):
    """How far a visit has come; ``cancelled`` holds postponed visits too."""

    ACTUAL = "actual"
    PLANNED = "planned"
    INVITED = "invited"
    CANCELLED = "cancelled"


class MeetingKind(StrEnum):
    """The form of an encounter."""

    TALKS = "talks"
    PHONE_CALL = "phone_call"
    VIDEO_CALL = "video_call"
    SUMMIT = "summit"
    FORUM = "forum"
    SESSION = "session"


class MeetingStatus(StrEnum):
    """How far a meeting has come."""

    ACTUAL = "actual"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class AgreementKind(StrEnum):
    """What kind of document (or understanding without one) it is."""

    TREATY = "treaty"
    CONVENTION = "convention"
    AGREEMENT = "agreement"
    DECLARATION = "declaration"
    MEMORANDUM = "memorandum"
    LETTER_OF_INTENT = "letter_of_intent"
    PROTOCOL = "protocol"
    PROGRAMME = "programme"
    CONTRACT = "contract"
    COMMUNIQUE = "communique"
    UNDERSTANDING = "understanding"


class AgreementStatus(StrEnum):
    """Where an agreement stands in its life cycle."""

    SIGNED = "signed"
    AGREED = "agreed"
    NEGOTIATING = "negotiating"
    PLANNED = "planned"
    RATIFIED = "ratified"
    IN_FORCE = "in_force"
    EXTENDED = "extended"
    TERMINATED = "terminated"
    SUSPENDED = "suspended"
    REJECTED = "rejected"


class Measure(StrEnum):
    """What an economic figure measures."""

    TRADE_TURNOVER = "trade_turnover"
    EXPORTS = "exports"
    IMPORTS = "imports"
    TRADE_BALANCE = "trade_balance"
    INVESTMENT_FLOW = "investment_flow"
    INVESTMENT_STOCK = "investment_stock"
    CURRENCY_SHARE = "currency_share"
    MARKET_SHARE = "market_share"
    GDP = "gdp"
    INFLATION = "inflation"
    LOAN = "loan"
    AID = "aid"
    DEBT = "debt"
    ENERGY_SUPPLY = "energy_supply"
    TOURISM = "tourism"
    STUDENTS = "students"
    COMPANIES = "companies"
    JOBS = "jobs"
    PROJECT_VALUE = "project_value"
    CAPACITY = "capacity"
    TARIFF = "tariff"
    OTHER = "other"


class Basis(StrEnum):
    """What the figure says about its measure."""

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    TARGET = "target"


class Comparator(StrEnum):
    """How the true value relates to the figure that the text gives."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


class SpeechAct(StrEnum):
    """What a speaker does by saying it."""

    SAY = "say"
    ANNOUNCE = "announce"
    EMPHASIZE = "emphasize"
    PRAISE = "praise"
    CRITICIZE = "criticize"
    DEMAND = "demand"
    PROPOSE = "propose"
    PROMISE = "promise"
    DENY = "deny"
    WARN = "warn"
    THANK = "thank"
    WELCOME = "welcome"
    SUPPORT = "support"
    HOPE = "hope"


class SpeechMode(StrEnum):
    """Whether the words are the speaker's own."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class Venue(StrEnum):
    """Where it was said."""

    PRESS_CONFERENCE = "press_conference"
    INTERVIEW = "interview"
    SOCIAL_MEDIA = "social_media"
    COMMUNIQUE = "communique"
    SPEECH = "speech"
    PARLIAMENT = "parliament"
    BROADCAST = "broadcast"


class MissionKind(StrEnum):
    """The kind of a diplomatic or cultural mission."""

    EMBASSY = "embassy"
    CONSULATE_GENERAL = "consulate_general"
    CONSULATE = "consulate"
    HONORARY_CONSULATE = "honorary_consulate"
    CULTURAL_INSTITUTE = "cultural_institute"
    TRADE_OFFICE = "trade_office"


class MissionStatus(StrEnum):
    """Whether a mission stands; ``planned`` holds agreed openings too."""

    OPENED = "opened"
    PLANNED = "planned"
    CLOSED = "closed"
