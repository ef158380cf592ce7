"""The territories that a country can be, by ISO 3166-1 code, and dissolved states.

Source: Unicode CLDR through Babel 2.18.0; ``tools/build_territories.py`` writes this file. The dates
of the dissolved states are those of their founding and of their end in international law.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

_CODES: Final = """
    AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AQ:ATA AR:ARG AS:ASM AT:AUT AU:AUS
    AW:ABW AX:ALA AZ:AZE BA:BIH BB:BRB BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BL:BLM
    BM:BMU BN:BRN BO:BOL BQ:BES BR:BRA BS:BHS BT:BTN BV:BVT BW:BWA BY:BLR BZ:BLZ CA:CAN CC:CCK
    CD:COD CF:CAF CG:COG CH:CHE CI:CIV CK:COK CL:CHL CM:CMR CN:CHN CO:COL CR:CRI CU:CUB CV:CPV
    CW:CUW CX:CXR CY:CYP CZ:CZE DE:DEU DJ:DJI DK:DNK DM:DMA DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY
    EH:ESH ER:ERI ES:ESP ET:ETH EU:EUE FI:FIN FJ:FJI FK:FLK FM:FSM FO:FRO FR:FRA GA:GAB GB:GBR
    GD:GRD GE:GEO GF:GUF GG:GGY GH:GHA GI:GIB GL:GRL GM:GMB GN:GIN GP:GLP GQ:GNQ GR:GRC GS:SGS
    GT:GTM GU:GUM GW:GNB GY:GUY HK:HKG HM:HMD HN:HND HR:HRV HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR
    IM:IMN IN:IND IO:IOT IQ:IRQ IR:IRN IS:ISL IT:ITA JE:JEY JM:JAM JO:JOR JP:JPN KE:KEN KG:KGZ
    KH:KHM KI:KIR KM:COM KN:KNA KP:PRK KR:KOR KW:KWT KY:CYM KZ:KAZ LA:LAO LB:LBN LC:LCA LI:LIE
    LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE MF:MAF MG:MDG
    MH:MHL MK:MKD ML:MLI MM:MMR MN:MNG MO:MAC MP:MNP MQ:MTQ MR:MRT MS:MSR MT:MLT MU:MUS MV:MDV
    MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM NC:NCL NE:NER NF:NFK NG:NGA NI:NIC NL:NLD NO:NOR NP:NPL
    NR:NRU NU:NIU NZ:NZL OM:OMN PA:PAN PE:PER PF:PYF PG:PNG PH:PHL PK:PAK PL:POL PM:SPM PN:PCN
    PR:PRI PS:PSE PT:PRT PW:PLW PY:PRY QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU SB:SLB
    SC:SYC SD:SDN SE:SWE SG:SGP SH:SHN SI:SVN SJ:SJM SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR
    SS:SSD ST:STP SV:SLV SX:SXM SY:SYR SZ:SWZ TC:TCA TD:TCD TF:ATF TG:TGO TH:THA TJ:TJK TK:TKL
    TL:TLS TM:TKM TN:TUN TO:TON TR:TUR TT:TTO TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA UM:UMI US:USA
    UY:URY UZ:UZB VA:VAT VC:VCT VE:VEN VG:VGB VI:VIR VN:VNM VU:VUT WF:WLF WS:WSM XK:XKX YE:YEM
    YT:MYT ZA:ZAF ZM:ZMB ZW:ZWE
"""

ALPHA3: Final = dict(pair.split(":") for pair in _CODES.split())
"""Each alpha-2 code of today -> alpha-3 code; ``EUE`` and ``XKX`` are the usual ones for EU and Kosovo."""


class DissolvedState(NamedTuple):
    """A state that is no more; ISO 3166-3 keeps its code.

    Attributes:
        alpha3: its former alpha-3 code.
        first, last: the days between which it existed.
        english, hungarian: its names, which CLDR no longer has.
    """

    alpha3: str
    first: date
    last: date
    english: str
    hungarian: str


DISSOLVED: Final = {
    "CS": DissolvedState("CSK", date(1918, 10, 28), date(1992, 12, 31), "Czechoslovakia", "Csehszlovákia"),
    "DD": DissolvedState("DDR", date(1949, 10, 7), date(1990, 10, 2), "East Germany", "Kelet-Németország"),
    "SU": DissolvedState("SUN", date(1922, 12, 30), date(1991, 12, 26), "Soviet Union", "Szovjetunió"),
    "YU": DissolvedState("YUG", date(1918, 12, 1), date(2003, 2, 4), "Yugoslavia", "Jugoszlávia"),
}
"""The dissolved states that news still speaks of."""

TERRITORIES: Final = frozenset((*ALPHA3, *DISSOLVED))
"""Every code that a country can have."""
