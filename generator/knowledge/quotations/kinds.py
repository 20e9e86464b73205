"""Which words may be used for the same person or body: `the barrister` for a lawyer, `the watchdog` for an agency."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PERSON_KINDS: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "anybody": """
            man woman lady boy girl veteran father mother grandfather grandmother native youngster teenager
            pensioner newcomer defendant accused witness claimant complainant suspect prisoner appellant plaintiff
            guest visitor
        """,
        "law": """
            lawyer barrister attorney solicitor counsel advocate prosecutor jurist defence defense
        """,
        "judge": "judge magistrate justice jurist lord",
        "court": "victim",
        "science": """
            scientist researcher professor academic scholar expert physicist chemist biologist geologist ecologist
            climatologist glaciologist oceanographer meteorologist economist historian sociologist anthropologist
            archaeologist astronomer epidemiologist virologist hydrologist seismologist volcanologist zoologist botanist
            mathematician engineer naturalist philosopher geneticist lecturer psychologist analyst conservationist
            demographer criminologist palaeontologist marine
        """,
        "politics": """
            politician lawmaker legislator mp mep senator congressman congresswoman deputy minister secretary leader
            president
            premier chancellor mayor governor statesman candidate chief liberal conservative socialist tory
            democrat republican radical chair chairman parliamentarian councillor whip peer nationalist
        """,
        "rule": """
            king queen monarch emperor empress tsar prince princess sovereign ruler sultan sheikh emir duke lord shah
            kaiser caliph khedive
        """,
        "business": """
            boss executive ceo cfo chairman chairwoman chairperson chair manager businessman businesswoman
            entrepreneur founder co-founder shipowner proprietor hotelier director owner tycoon head chief
            financier industrialist investor banker merchant billionaire millionaire treasurer accountant
            president
        """,
        "arms": """
            commander commander-in-chief general colonel captain admiral soldier officer fighter leader militant chief
            major marshal
        """,
        "arts": """
            artist sculptor painter musician composer singer writer author novelist poet playwright director film-maker
            filmmaker actor actress photographer dancer pianist violinist cellist conductor architect designer
            choreographer dramatist essayist biographer historian soloist songwriter curator performer
        """,
        "sport": """
            player striker captain coach manager goalkeeper midfielder defender athlete runner sprinter footballer
            champion boss cyclist swimmer boxer golfer jockey rider trainer driver skipper cricketer bowler batsman
            winger wrestler climber sailor
        """,
        "faith": """
            cleric clergyman curate rector parson dean chaplain priest bishop archbishop imam ayatollah
            cardinal pope rabbi pastor preacher reverend vicar missionary monk nun theologian patriarch
        """,
        "press": """
            journalist reporter correspondent editor columnist presenter author writer broadcaster critic
        """,
        "land": "farmer shepherd landowner grower fisherman skipper sailor herder planter rancher landlord",
        "envoys": "diplomat envoy ambassador negotiator emissary minister consul delegate representative",
        "care": "doctor surgeon physician nurse psychiatrist gp paediatrician midwife",
        "police": """
            policeman policewoman officer detective inspector superintendent sergeant constable chief commissioner
        """,
        "cause": "activist campaigner organiser organizer environmentalist dissident reformer abolitionist founder",
        "labour": "unionist organiser organizer leader secretary boss worker docker miner",
        "school": "teacher headteacher headmaster headmistress lecturer professor principal educator",
    }.items()
}
BODY_KINDS: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "company": """
            company firm maker manufacturer retailer carmaker automaker lender bank airline startup start-up producer
            carrier developer builder supplier operator giant group business corporation conglomerate broker insurer
            publisher refiner brand chain utility shipper brokerage housebuilder plc bank shipbuilder miner fund
        """,
        "government": """
            government ministry department agency authority regulator watchdog office commission bureau council board
            body administration committee cabinet
        """,
        "media": """
            media paper newspaper magazine broadcaster outlet daily weekly website agency network publication journal
            channel station
        """,
        "party": "party movement",
        "militia": "militia group movement faction brigade organisation organization force",
        "army": "army forces troops",
        "cause": """
            ngo charity group organisation organization campaign trust foundation association network society body
            movement
        """,
        "union": "union federation association organisation organization body",
        "club": "club team side",
        "learning": "museum university institute institution college school observatory academy think-tank thinktank",
        "alliance": "bloc alliance organisation organization union body agency",
        "court": "court tribunal panel bench",
        "police": "police force constabulary",
    }.items()
}


def kinds_of(word: str, table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Give the kinds that a word, in small letters, belongs to."""
    return frozenset(kind for kind, words in table.items() if word in words)
