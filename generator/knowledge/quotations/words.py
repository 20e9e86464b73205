"""The words by which speech is told: verbs and nouns of speech, roles of speakers, names of works."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from generator.knowledge.words import AUXILIARIES as _AUXILIARIES
from generator.knowledge.words import IRREGULAR_PAST, KIN


class Cue(StrEnum):
    """How a word announces speech."""

    SAY = "say"  # what follows or precedes are the words said
    CALL = "call"  # what is quoted is what someone called something


_SAY: Final = """
    begin hold resolve decide profess allow venture estimate calculate find forecast project laugh chuckle giggle
    grin smile shrug nod read enthuse gush rejoice provide opine editorialise editorialize philosophise eulogise
    eulogize hypothesise hypothesize acknowledge add admit admonish advise affirm agree allege announce answer
    apologise apologize argue ask assert assure attest bark beg bellow bemoan bewail boast brag caution chant
    charge chide claim clarify command comment complain concede conclude confess confide confirm contend continue
    counsel counter crow cry declare decree demand deny disclose dictate elaborate emphasise emphasize enquire
    exclaim exhort explain express exult fume groan growl grumble hint holler implore imply indicate inform
    inquire insist instruct interject interrupt intone jest joke jot lament lecture maintain marvel mention moan
    mumble murmur muse mutter narrate note notify observe object opine order pledge plead point ponder posit post
    pray preach predict proclaim promise pronounce propose protest publish query question quip rage rant react
    reaffirm reason reassure recall recite recollect recommend record recount reflect rejoin reiterate relate
    remark remember remind reminisce repeat reply report request respond retort reveal roar rule say scoff scold
    scream scrawl scribble shout shriek sigh signal sneer snap snarl sniff sob spell state stress stipulate submit
    suggest summarise summarize surmise swear telegraph tell tweet testify thunder text urge utter venture voice
    volunteer vow wail warn weep whisper wire write yell specify contradict assess deadpan theorise theorize
    threaten email cable retweet blog speculate underline underscore reckon conjecture invoke preface expound sum
    put correct concur persist interpose tease coo purr drawl croak bawl chorus gloat fret grouse gripe gasp
    stammer stutter blurt splutter chirp demur sympathise cheer yelp hiss snort enjoin ordain prescribe mandate
    banter bleat cackle croon elucidate fulminate gabble harangue howl jabber jeer postulate prattle prophesy
    remonstrate reassert sermonise sermonize squawk squeal taunt warble wheedle whoop wisecrack yap guffaw rasp
    grunt whimper whine beseech entreat avow aver vouchsafe jibe gibe ruminate moralise moralize restate
    telephone phone radio deduce infer divulge rave carp worry crack boom beam
""".split()
_CALL: Final = """
    regret sign expect savage skewer chastise upbraid reproach pillory thank congratulate salute toast mourn curse
    caricature accuse offer applaud attack berate blast blame brand bemoan call castigate celebrate characterise
    characterize cite commend compare condemn consider criticise criticize damn deem decry defend demonise
    demonize denigrate denounce depict deplore deride describe disavow disown dismiss dub extol fault hail invoke
    label lambast lambaste laud liken mock name pan paraphrase portray praise quote rebuke refer reject ridicule
    scorn slam speak styled talk term liken translate render list welcome lash hit hope believe think feel fear
    wonder see regard aim want judge adjudge guide appeal excoriate disparage
    belittle vilify malign lampoon tout refute rebut credit knock trash bash
""".split()
_IRREGULAR: Final = {
    "go on": "went on|goes on|carried on|shot back|hit back|fired back|snapped back|chimed in|cut in|broke in|"
    "chipped in|piped up",
    "say": "says said saying quoth", "tell": "tells told telling", "write": "writes wrote written writing",
    "find": "finds found finding", "begin": "begins began begun beginning",
    "read": "reads read reading", "swear": "swears swore sworn swearing",
    "speak": "speaks spoke spoken speaking",
    "put": "puts put putting", "hold": "holds held holding",
    "think": "thinks thought thinking", "feel": "feels felt feeling", "weep": "weeps wept weeping",
    "see": "sees saw seen seeing", "hit": "hits hit hitting", "spell": "spells spelt spelled spelling",
}  # fmt: skip
# They announce speech only where the words follow them at once or a fitting word links them.
WEAK: Final = frozenset(
    """
    begin expect hold resolve decide allow provide sign find project salute toast attack blame celebrate compare
    consider defend hope believe think feel fear wonder see regard aim want hit name refer talk invoke publish
    record rule point express propose charge react question request mention put deem remember laugh chuckle giggle
    grin smile shrug nod reject welcome assess weep submit order quote cite repeat read agree reveal worry crack boom
    beam credit knock trash bash
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
# Those who call something by a name say the name, wherever it stands.
NAMES: Final = frozenset("brand call characterise characterize describe dub label term".split())
ANSWERS: Final = frozenset("answer reply response rejoinder".split())
SIGNS: Final = frozenset("inscription epitaph plaque sign banner placard".split())  # nobody is told to issue them
DOCUMENTS: Final = frozenset(
    """
    booklet flyer
    brochure prospectus leaflet handbook textbook rulebook manual obituary inscription epitaph plaque advert
    advertisement newsletter bulletin circular directive indictment complaint lawsuit affidavit logbook postscript
    audit inquiry enquiry probe survey poll investigation analysis assessment standfirst headline minutes transcript
    statement letter report memo memorandum note dispatch despatch telegram message post tweet communiqué communique
    article editorial filing ruling manifesto pamphlet diary memoir memoirs resolution email e-mail cable
    declaration document notice entry blog op-ed column account review release caption reply answer speech address
    sermon proclamation decree verdict judgment petition testimony book essay text leaflet journal website study
    paper slogan sign banner placard page notebook scrapbook strategy forecast guidance guidelines factsheet
    dossier commentary presentation preface foreword introduction log chronicle postcard label particulars
""".split()
)
# Roles of which there is one: `the mayor` is not another word for somebody told of before.
OFFICES: Final = frozenset(
    """
    shah vizier pasha khedive caliph kaiser doge shogun maharajah nizam
    minister president premier chancellor mayor governor king queen emperor empress tsar prince princess pope
    bishop archbishop judge spokesman spokeswoman spokesperson ambassador secretary commissioner chief director
    chairman chairwoman head leader editor prosecutor general commander speaker clerk chair coroner sheriff author
    driver victim official source representative organiser organizer captain manager officer witness owner
""".split()
)
PEOPLE: Final = (
    OFFICES
    | KIN
    | frozenset(
        """
    abbess abbot abolitionist academic accountant accuser acrobat activist actor actress actuary adjutant
    administrator admiral admirer adventurer adversary adviser advisor advocate agent agronomist aide aide-de-camp
    airman
    alderman ally alto alumnus anaesthetist analyst anarchist announcer anthropologist antiquarian apiarist
    apothecary apparatchik appellant applicant appraiser apprentice arbiter arbitrator archaeologist archdeacon
    archduke archer architect archivist arsonist artificer artisan artist assailant assassin assemblyman assessor
    assistant astronaut astronomer astrophysicist ataman athlete attache attaché attacker attendant attorney
    attorney-general auctioneer auditor aviator aviatrix ayatollah bachelor backbencher backer bailiff baker
    ballerina balloonist bandit bandleader bandmaster banker barista baritone barkeep barmaid barman baron baronet
    barrister bartender bass bassist batsman beadle beekeeper beggar begum bellhop benefactor benefactress bey
    bibliophile bidder billionaire biochemist biographer biologist biophysicist biotechnologist blacksmith blogger
    boarder boatman boatswain bodybuilder bodyguard bookbinder bookie bookkeeper bookmaker bookseller bootlegger
    boss botanist bowler boxer boy boyar boyfriend brewer bricklayer bride bridegroom bridesmaid brigadier broker
    brother-in-law bugler builder bureaucrat burgher burglar burgomaster businessman busker butcher butler bystander
    cabdriver cabinetmaker cadet caller cameraman campaigner candidate canoeist canon captor cardinal cardiologist
    caregiver carer caretaker caricaturist carpenter carter cartographer cartoonist caseworker cashier caterer
    celebrant cellist centenarian ceo cfo chairperson challenger chamberlain chambermaid chandler chaplain chartist
    chauffeur chef chemist chiropractor choirmaster chieftain choreographer chronicler churchwarden cinematographer
    citizen civilian claimant clarinetist clarinettist classicist classmate clergyman cleric client
    climatologist climber
    clockmaker clown co-author co-director co-founder co-owner coach coachman cobbler colleague collector collier
    colonel colonist columnist comedian commandant commander-in-chief commentator commodore communist commuter
    compatriot competitor complainant complainer composer compositor comptroller comrade concierge conductor
    confectioner confidant confidante congregant congressman congresswoman conjurer conscript conservationist
    conservative conservator conspirator constable consul consultant contestant contractor contributor controller
    convict cook cooper coordinator copywriter corporal correspondent cosmonaut cotter councillor councilman
    councilor councilwoman counsel counsellor counselor count counterpart countess countryman courtier couturier
    cowboy coxswain creator creditor crewman cricketer criminologist critic crofter croupier crusader culprit curate
    curator custodian customer cyclist czar czarina dairymaid dancer daughter-in-law dauphin deacon dealer dealmaker
    dean debtor deckhand decorator defaulter defector defendant defender delegate democrat demographer demonstrator
    dentist depositor deputy descendant deserter designer despatcher detainee detective developer diarist dictator
    dietitian diplomat director-general disciple dispatcher dissenter dissident distiller diviner docent docker
    dockworker doctor donor doorman dowager doyen doyenne dragoman dramatist draper draughtsman dressmaker drover
    druggist drummer duchess duellist duke dyer earl ecologist economist editor-in-chief educator egoist elder
    electrician embezzler emigrant emigre emir emissary employee employer engineer engraver ensign entertainer
    enthusiast entrepreneur environmentalist envoy epidemiologist equerry essayist estimator ethnographer evacuee
    evangelist examiner executioner executive executor exile expatriate expert explorer exporter eyewitness farmer
    farmhand farrier father-in-law fencer ferryman fiance fiancee fiancé fiancée fiddler fighter film-maker
    filmmaker financier firefighter fireman fisher fisherman fitter flautist florist folklorist follower footballer
    footman forecaster foreigner foreman foreperson forester forger founder foundling freedman freelancer friar
    friend frontbencher fruiterer fugitive fundraiser furrier gambler gamekeeper gangster gardener geneticist
    gentleman geographer geologist girl girlfriend glaciologist glazier goalkeeper goalscorer golfer governess
    grammarian grandchild grandma grandpa great-niece grocer groom guard guardian guerrilla guest guide guitarist
    gunman gunner gymnast haberdasher hacker hairdresser halfback handyman harbourmaster hardliner harpist hatter
    headhunter headmaster headmistress headteacher heckler heir heiress helmsman herder hermit hetman highwayman
    hijacker historian horseman host hostage hostess hotelier houseguest householder housekeeper housewife humanist
    hunter huntsman hydrographer hydrologist illustrator imam immigrant immunologist importer impresario
    industrialist infant infantryman informant informer inmate innkeeper insider inspector instructor
    instrumentalist insurgent interlocutor intermediary interpreter interviewer intruder inventor investigator
    investor ironmonger islamist jailer janitor jeweler jeweller jihadist jockey joiner journalist juror justice
    keeper knight laborer labourer lady laird lamplighter landlady landlord landowner lawmaker lawyer leaseholder
    lecturer legislator lexicographer liberal librarian lieutenant lieutenant-general lieutenant-governor lifeguard
    linguist liquidator litigant lobbyist lodger logger longshoreman lord loser loyalist lyricist machinist magician
    magistrate maid major major-general man manageress mandarin manservant margrave marine mariner marquess marquis
    marshal marxist masseur master mathematician matriarch mechanic mediator medievalist member mentor mep mercenary
    mercer merchant metallurgist meteorologist mezzo microbiologist midfielder midshipman midwife mikado miller
    milliner millionaire miner minstrel missionary moderate moderator monarch monarchist monk mother-in-law motorist
    mountaineer mourner mp msp mufti mullah murderer musician namesake nationalist naturalist navigator nawab
    negotiator neighbor neighbour neurologist newcomer newsagent newspaperman newsreader nobleman noblewoman notary
    novelist novice numismatist nun nuncio nurse occupant oceanographer offender oligarch ombudsman oncologist
    onlooker operator opponent orator ornithologist orphan ostler outsider overseer paediatrician painter
    palaeontologist paleontologist paramedic parent parishioner parliamentarian parson participant partner passenger
    passer-by passerby pastor pathologist patient patriarch patron pawnbroker paymaster peacemaker peasant peddler
    pedlar peer pensioner petitioner pharmacist philanthropist philologist philosopher photographer photojournalist
    physician physicist physiologist pianist pilgrim pilot pioneer piper pirate pitcher planner planter plasterer
    player playmaker playwright plenipotentiary ploughman plumber poacher poet policeman policewoman politician
    pollster polymath porter postman postmaster potter practitioner preacher predecessor presenter pretender priest
    prime principal printer prisoner privateer procurator prodigy producer professor programmer promoter
    propagandist prophet proprietor prospector protege protester protégé provost psychiatrist psychologist publican
    publicist publisher pundit pupil puppeteer purser qadi quarterback quartermaster rabbi radical radio-operator
    rajah rancher ranger rapporteur reader realtor rear-admiral rebel receptionist recruit rector referee reformer
    reformist refugee regent registrar regulator renter repairman reporter republican researcher resident
    restaurateur restorer reverend reviewer rider rival robber roofer roommate ropemaker royalist ruler runner
    runner-up saddler sailor salesman saleswoman satirist scholar schoolboy schoolgirl schoolmaster schoolteacher
    scientist screenwriter sculptor seafarer seaman seamstress secessionist secretary-general seismologist senator
    sentry separatist sergeant servant settler sexton shareholder sheikh shepherd shipbuilder shipowner shoemaker
    shopkeeper signalman signatory singer sirdar sister-in-law skipper slaveholder smuggler socialist socialite
    sociologist soldier solicitor soloist son-in-law songwriter soothsayer soprano sovereign specialist spouse
    sprinter squaddie squire stableman staffer stagehand statesman stationmaster statistician stevedore steward
    stewardess stockbroker stockholder stoker stonecutter stonemason storyteller stranger strategist striker
    strongman student successor suffragette suffragist suitor sultan sultana superintendent supervisor supporter
    surgeon surveyor survivor suspect sweetheart swimmer tailor tanner taxidriver taxpayer td teacher team-mate
    teammate technician technologist teenager tenant tenor terrorist theologian theorist therapist thief tinker
    toolmaker tory tourist toxicologist trader trainee trainer translator trapper traveler traveller treasurer
    trucker trumpeter trustee tuner tutor tycoon typesetter typist umpire undergraduate undersecretary understudy
    undertaker underwriter unionist upholsterer urchin usher valet vendor verger vet veteran veterinarian vicar
    vice-admiral vice-chair vice-chancellor vice-president viceroy villager violinist violist virologist virtuoso
    viscount visitor vocalist volcanologist volunteer voter waiter waitress warden warder warlord warrior watchmaker
    watchman weaver welder whaler whistleblower wholesaler winemaker winger winner woman woodcarver woodcutter
    worker workman workmate wrestler writer youngster youth zoologist émigré
""".split()
    )
)
NATIVES: Final = frozenset(
    """
    swede dane finn pole spaniard scot scotsman welshman englishman irishman frenchman dutchman briton brit londoner
    yorkshireman parisian berliner new-yorker
""".split()
)
BODIES: Final = frozenset(
    """
    administration agency airline alliance army association authority automaker bank bloc board broadcaster bureau
    cabinet carmaker charity coalition commission committee company conglomerate congress corporation council
    country court department embassy faction federation firm force front fund government group institute
    institution kingdom league maker manufacturer militia ministry monarchy movement network newspaper ngo office
    organisation organization outlet panel paper parliament party police producer refiner regime regulator
    republic retailer senate society startup state syndicate tribunal union university utility watchdog daily
    weekly magazine lender mission publication insurer supplier carrier developer operator giant housebuilder body
    team channel station website bench society shipbuilder college school foundation trust club hospital museum
    observatory academy crescent corps command brigade battalion
    guild chamber consortium secretariat directorate junta presidency treasury synod diocese consulate
    inspectorate cooperative co-operative brotherhood caucus navy clinic garrison archive
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
    so-called self-styled self-described self-proclaimed nicknamed codenamed code-named titled entitled named
    known dubbed subtitled headlined labelled labeled term terms word words phrase notion concept idea nickname
    codename headed sobriquet epithet title label expression moniker pseudonym alias aka soubriquet slogan
    catchphrase username hashtag handle meaning means pronounced called marked styled christened baptised baptized
    rechristened renamed acronym prefix suffix caption heading legend headline
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
AUXILIARIES: Final = _AUXILIARIES | {"not", "never"}
BE: Final = frozenset("was were is are been being be got".split())
# The past tense of verbs that do not end in -ed, those included that are like the present.
PAST: Final = IRREGULAR_PAST | {"cut", "let", "sat", "set"}
ADVERBS: Final = frozenset(
    """
    earlier later since also then once now still even again soon first always often further himself herself
    themselves itself both all simply only just instead afterwards afterward meanwhile recently yesterday today
    tomorrow twice too however there thus next long ever rather already quite back privately publicly famously n't
    tonight
""".split()
)
GOES_ON: Final = frozenset("runs ran goes went begins began opens opened ends ended closes closed reads read".split())
PERSONAL: Final = frozenset("he she they it".split())
POSSESSIVE: Final = frozenset("his her their its".split())
# With `his` or `her` before them they stand for a person told of before: `his lordship`.
HONORIFICS: Final = {
    word: frozenset(titles.split())
    for word, titles in {
        "lordship": "lord earl viscount baron marquess marquis count bishop archbishop judge justice",
        "ladyship": "lady countess viscountess baroness marchioness dame",
        "majesty": "king queen emperor empress tsar tsarina sultan shah",
        "highness": "prince princess duke duchess archduke archduchess sheikh emir khedive",
        "excellency": "ambassador governor envoy minister president viceroy pasha consul",
        "holiness": "pope patriarch", "eminence": "cardinal", "grace": "duke duchess archbishop",
        "honour": "judge justice magistrate", "honor": "judge justice magistrate", "worship": "mayor magistrate",
        "reverence": "vicar priest rector parson reverend",
    }.items()
}  # fmt: skip


_DOUBLING: Final = frozenset(
    """
    admit beg blog brag counsel dub grin jot label marvel nod pan quip refer regret shrug signal slam snap snivel sob
    submit swot
""".split()
)


def _forms(verb: str) -> list[str]:
    """Inflect a verb: base, -s, -ed, -ing."""
    if verb in _IRREGULAR:
        forms = _IRREGULAR[verb]
        return [verb, *forms.split("|" if "|" in forms else None)]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    stem = verb.removesuffix("e")
    double = stem + stem[-1] if verb in _DOUBLING else stem
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return [verb, third, double + "ed", double + "ing", *([stem + "ed", stem + "ing"] if double != stem else [])]


def _table(verbs: list[str], kind: Cue) -> dict[str, tuple[Cue, str]]:
    return {form: (kind, verb) for verb in verbs for form in _forms(verb)}


VERBS: Final = _table(_CALL, Cue.CALL) | _table([*_SAY, "go on"], Cue.SAY)  # form: (kind, verb)
"""Every form of a verb of speech, with its kind and the verb."""
