"""The words by which speech is told: verbs and nouns of speech, roles of speakers, names of works."""

# ruff: noqa: SIM905 - long lists of words are read, and compared in a diff, as running words

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Cue(StrEnum):
    """How a word announces speech."""

    SAY = "say"  # what follows or precedes are the words said
    CALL = "call"  # what is quoted is what someone called something


_SAY: Final = """
    begin profess allow venture estimate calculate find forecast project laugh chuckle giggle grin smile shrug nod
    read enthuse gush rejoice
    opine editorialise editorialize philosophise
    eulogise eulogize hypothesise hypothesize
    acknowledge add admit admonish advise affirm agree allege announce answer apologise apologize argue ask assert
    assure attest bark beg bellow bemoan bewail boast brag caution chant charge chide claim clarify command comment
    complain concede conclude confess confide confirm contend continue counsel counter crow cry declare decree
    demand deny disclose dictate elaborate emphasise emphasize enquire exclaim exhort explain express exult fume
    groan growl grumble hint holler implore imply indicate inform inquire insist instruct interject interrupt intone
    jest joke jot lament lecture maintain marvel mention moan mumble murmur muse mutter narrate note notify observe
    object opine order pledge plead point ponder posit post pray preach predict proclaim promise pronounce propose
    protest publish query question quip rage rant react reaffirm reason reassure recall recite recollect recommend
    record recount reflect rejoin reiterate relate remark remember remind reminisce repeat reply report request
    respond retort reveal roar rule say scoff scold scream scrawl scribble shout shriek sigh signal sneer snap snarl
    sniff sob spell state stress stipulate submit suggest summarise summarize surmise swear telegraph tell tweet
    testify thunder text urge utter venture voice volunteer vow wail warn weep whisper wire write yell specify
    contradict assess deadpan theorise theorize threaten email cable retweet blog speculate underline underscore
    reckon conjecture invoke preface expound sum put
""".split()
_CALL: Final = """
    thank congratulate salute toast mourn curse caricature
    accuse offer applaud attack berate blast blame brand bemoan call castigate celebrate characterise characterize cite
    commend compare condemn consider criticise criticize damn deem decry defend demonise demonize denigrate denounce
    depict deplore deride describe disavow disown dismiss dub extol fault hail invoke label lambast lambaste laud
    liken mock name pan paraphrase portray praise quote rebuke refer reject ridicule scorn slam speak styled talk
    term welcome lash hit hope believe think feel fear wonder see regard aim want
""".split()
_IRREGULAR: Final = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "find": "finds found finding", "begin": "begins began begun beginning",
    "read": "reads read reading", "swear": "swears swore sworn swearing",
    "speak": "speaks spoke spoken speaking",
    "put": "puts put putting",
    "think": "thinks thought thinking", "feel": "feels felt feeling", "weep": "weeps wept weeping",
    "see": "sees saw seen seeing", "hit": "hits hit hitting", "spell": "spells spelt spelled spelling",
}  # fmt: skip
# They announce speech only where the words follow them at once or a fitting word links them.
WEAK: Final = frozenset(
    """
    begin allow
    find project salute toast
    attack blame celebrate compare consider defend hope believe think feel fear wonder see regard aim want hit name
    refer talk invoke publish record rule point express propose charge react question request mention put deem
    remember laugh chuckle giggle grin smile shrug nod reject welcome assess weep submit order quote cite repeat
    read agree reveal
""".split()
)
SAY_NOUNS: Final = frozenset(
    """
    account admission admonition advice allegation announcement answer apology appeal argument assertion assessment
    assurance boast caution challenge claim comment complaint conclusion confession cry declaration demand denial
    description dictum exclamation exhortation explanation insistence instruction judgment judgement lament line
    maxim message mantra motto objection observation opinion order outburst phrase plea pledge prediction
    proclamation promise protest question quip reaction refrain rejoinder remark reply reminder response retort
    rebuke speech statement suggestion summary testimony threat tweet verdict view vow warning word request formula
    praise criticism words comments remarks statements claims promises warnings voice
""".split()
)
DOCUMENTS: Final = frozenset(
    """
    audit inquiry enquiry probe survey poll investigation analysis assessment standfirst headline minutes transcript
    statement letter report memo memorandum note dispatch despatch telegram message post tweet communiqué communique
    article editorial filing ruling manifesto pamphlet diary memoir memoirs resolution email e-mail cable
    declaration document notice entry blog op-ed column account review release caption reply answer speech address
    sermon proclamation decree verdict judgment petition testimony book essay text leaflet journal website study
    paper slogan sign banner placard
""".split()
)
PEOPLE: Final = frozenset(
    """
    activist actor actress adviser advisor admiral agent aide ally ambassador analyst archbishop artist author
    ayatollah banker baron biographer biologist bishop broker businessman candidate captain cardinal chair chairman
    chairwoman chancellor chief chemist cleric climatologist coach colonel commander commissioner composer
    congressman congresswoman consul correspondent count countess critic defector delegate demonstrator deputy
    diarist dictator diplomat director doctor driver duke ecologist economist editor emir emperor empress engineer
    entrepreneur envoy essayist executive expert farmer father fighter financier fisherman founder co-founder
    general geologist governor grandson guard head historian hydrologist imam industrialist inspector inventor
    investigator investor journalist judge king lawmaker lawyer leader lecturer legislator lieutenant lobbyist lord
    magistrate major man manager marshal mayor merchant meteorologist minister missionary mother nephew novelist
    nurse officer official oceanographer operator organiser organizer owner painter participant partner passenger
    patriarch peer philosopher photographer physician physicist pilot planner poet policeman politician pope
    preacher premier president priest prime prince princess principal prisoner producer professor prosecutor
    protester queen rabbi regulator rebel reporter representative researcher resident reverend ruler scholar
    scientist secretary senator sergeant sheikh singer soldier solicitor son sister brother daughter wife husband
    widow widower speaker spokesman spokesperson spokeswoman statesman statistician strategist student sultan
    superintendent supporter surgeon survivor teacher technician trader treasurer tsar tycoon undersecretary veteran
    viceroy victim villager volunteer warlord witness woman worker writer boss ceo cfo mp glaciologist negotiator
    campaigner whistleblower chairperson attorney columnist peacemaker radical liberal tory conservative socialist
    republican democrat czar colleague friend rival opponent predecessor successor counterpart insider source host
    guest presenter publisher radio-operator skipper
""".split()
)
BODIES: Final = frozenset(
    """
    administration agency airline alliance army association authority automaker bank bloc board broadcaster bureau
    cabinet carmaker charity coalition commission committee company conglomerate congress corporation council
    country court department embassy faction federation firm force front fund government group institute institution
    kingdom league maker manufacturer militia ministry monarchy movement network newspaper ngo office organisation
    organization outlet panel paper parliament party police producer refiner regime regulator republic retailer
    senate society startup state syndicate tribunal union university utility watchdog daily weekly magazine lender
    mission
    foundation trust club hospital museum observatory academy crescent corps command brigade battalion
""".split()
)
WORKS: Final = frozenset(
    """
    slogan motto headline logo brand strapline newsletter
    lecture keynote talk sermon novel album anthem article ballad book booklet chapter column cartoon comic
    documentary drama editorial epic episode
    essay exercise exhibition film game headline hymn initiative magazine memoir memoirs mission movie musical
    newspaper novel novella opera operation op-ed painting pamphlet paper periodical play podcast poem programme
    program project report section series show single song sonnet story study symphony tale thriller titled tract
    treatise trilogy video volume work codename campaign dissertation thesis biography autobiography headlined
""".split()
)
NAMING: Final = frozenset(
    """
    so-called self-styled self-described self-proclaimed nicknamed codenamed code-named titled entitled named known
    dubbed subtitled headlined labelled labeled term terms word words phrase notion concept idea nickname codename
    sobriquet epithet title label expression moniker pseudonym alias aka soubriquet slogan catchphrase username
    hashtag handle meaning means pronounced called marked styled christened baptised baptized rechristened renamed
    acronym prefix suffix
""".split()
)
PREPOSITIONS: Final = frozenset(
    """
    of for from at in to with by on against near behind about over under among between through during after before
    since into within without across upon despite following like as outside inside along around toward towards until
    till amid via per beyond alongside
""".split()
)
SUBORDINATORS: Final = frozenset(
    """
    when while after before as since although though because if once whereas until unless that where whether how why
    what
""".split()
)
DETERMINERS: Final = frozenset(
    """
    the a an this that these those his her its their our my your some any one another each every no several many few
    most two three four five six seven eight nine ten both all
""".split()
)
AUXILIARIES: Final = frozenset(
    """
    has have had was were is are been being be do does did would will could can may might must should shall not
    never to
""".split()
)
BE: Final = frozenset("was were is are been being be got".split())
ADVERBS: Final = frozenset(
    """
    also later then once now still even again soon first always often further himself herself themselves itself both
    all simply only just instead afterwards afterward meanwhile recently yesterday today tomorrow twice too however
    there thus next long ever rather already quite back privately publicly famously n't tonight
""".split()
)
PERSONAL: Final = frozenset("he she they it".split())
POSSESSIVE: Final = frozenset("his her their its".split())
FEMALE: Final = frozenset(
    """
    mrs ms miss madame lady dame baroness countess duchess princess queen empress spokeswoman chairwoman
    congresswoman businesswoman actress woman mother sister daughter wife widow girl sheikha begum she her
""".split()
)
MALE: Final = frozenset(
    """
    mr sir lord baron count duke prince king emperor tsar spokesman chairman congressman businessman actor man
    father brother son husband widower boy sheikh pope ayatollah bishop archbishop cardinal rabbi imam mullah sultan
    he his
""".split()
)
FEMALE_NAMES: Final = frozenset(
    """
    alexandra alice amina angela anna anne annie barbara beatrice bettina camilla carla caroline catherine charlotte
    christine claire clara diana dilma dorothy elena eleanor elisabeth elizabeth ellen emily emma eva fatima fatemeh
    florence frances giorgia gita grace greta hannah harriet helen helena hillary ingrid irene jacinda jane janet
    jennifer jessica joan julia kamala karen kate katherine kristalina laura layla leila linda lisa louise lucy
    maria marie margaret maryam mary michelle nadia nancy narges nina olga patricia paula priya rachel rebecca rosa
    rose ruth samantha sandra sara sarah shirin sofia sonia sophia sophie susan susanna suzanne theresa ursula
    valentina vera victoria zahra zainab yulia
""".split()
)
MALE_NAMES: Final = frozenset(
    """
    abdul abdullah adam ahmad ahmed akram albert alexander alexei ali andrew antonio antony anthony arthur bashar
    benjamin bernard boris brian carl charles christopher daniel david dmitri donald edward emmanuel eric ernest
    francis frank franz frederick friedrich gary george gerald giuseppe gordon graham hamid hans harold harry hassan
    heinrich helmut henry hossein hussein hugh hugo ibrahim igor ivan jack jacob jake james jan javad jean jeremy
    jim joe john jonathan jose joseph juan karl keir kevin khalid klaus lars lawrence leo leon lloyd louis luis
    marco mark martin max mehdi michael mikhail mohamed mohammad mohammed muhammad mike muqtada mustafa narendra
    nicholas nicolas nigel nikolai oleg olaf omar oscar otto patrick paul pedro peter philip pierre pavel qasem
    ralph ramon reza richard rishi robert roger ronald saddam salman samuel sergei simon stephen steven stanley
    theodore thomas tim tom tony ulysses victor viktor vladimir volodymyr walter wilhelm william winston xi yasser
    yusuf yuri
""".split()
)


_DOUBLING: Final = frozenset(
    "admit beg blog brag counsel dub jot label marvel signal snivel pan quip refer sob slam snap submit swot".split()
)


def _forms(verb: str) -> list[str]:
    """Inflect a verb: base, -s, -ed, -ing."""
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    stem = verb.removesuffix("e")
    double = stem + stem[-1] if verb in _DOUBLING else stem
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return [verb, third, double + "ed", double + "ing", *([stem + "ed", stem + "ing"] if double != stem else [])]


def _table(verbs: list[str], kind: Cue) -> dict[str, tuple[Cue, str]]:
    return {form: (kind, verb) for verb in verbs for form in _forms(verb)}


VERBS: Final = _table(_CALL, Cue.CALL) | _table(_SAY, Cue.SAY)  # form: (kind, verb)
"""Every form of a verb of speech, with its kind and the verb."""
