"""The words by which speech is told: verbs and nouns of speech, roles of speakers, names of works."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from generator.knowledge.words import IRREGULAR_PAST


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
PEOPLE: Final = frozenset(
    """
    abbess abbot abolitionist academic accountant accuser activist actor actress actuary adjutant admiral
    adversary adviser advisor advocate agent agronomist aide airman alderman ally alumnus ambassador anaesthetist
    analyst anarchist anthropologist apothecary apparatchik applicant apprentice arbitrator archaeologist
    archbishop archdeacon archduke archer architect archivist artist assassin assistant astronaut astronomer
    athlete attacker attendant attorney attorney-general auctioneer auditor aunt author ayatollah baker banker
    barista baron baronet barrister bassist batsman beekeeper bidder billionaire biochemist biographer biologist
    biotechnologist bishop blacksmith blogger boatman bodyguard bookkeeper bookmaker bookseller boss botanist
    bowler boxer boy bricklayer bride brigadier broker brother brother-in-law builder businessman butcher butler
    bystander caller cameraman campaigner candidate canon captain cardinal cardiologist caretaker carpenter
    cartographer cartoonist cashier caterer celebrant cellist centenarian ceo cfo chair chairman chairperson
    chairwoman chancellor chaplain chartist chef chemist chief chieftain choreographer chronicler cinematographer
    citizen claimant clergyman cleric clerk client climatologist climber co-author co-director co-founder co-owner coach
    coachman cobbler colleague colonel columnist comedian commandant commander commander-in-chief commentator
    commissioner communist complainant composer comptroller comrade conductor congressman congresswoman
    conservationist conservative conservator constable consul consultant contractor convict cook coordinator
    coroner correspondent councillor councilman councilor councilwoman counsel counsellor count counterpart
    countess courtier cousin creator creditor crewman cricketer criminologist critic curate curator customer
    cyclist czar dancer daughter daughter-in-law deacon dealer dealmaker dean debtor defector defendant defender
    delegate democrat demographer demonstrator dentist deputy deserter designer detective developer diarist
    dictator diplomat director director-general dissident docker doctor dramatist draughtsman dressmaker driver
    drummer duke earl ecologist economist editor editor-in-chief educator elder electrician emir emissary emperor
    employee employer empress engineer engraver entertainer entrepreneur environmentalist envoy epidemiologist
    essayist ethnographer examiner executive executor exile expert explorer exporter farmer farmhand father
    father-in-law fiddler fighter film-maker filmmaker financier firefighter fireman fisherman fitter folklorist
    footballer forecaster foreman forester forger founder freedman friar friend fugitive fundraiser gardener
    general geneticist gentleman geographer geologist girl glaciologist goalkeeper goalscorer governess governor
    granddaughter grandfather grandmother grandson grocer guard guardian guerrilla guest guide guitarist gunman
    gunner hairdresser halfback handyman hardliner head headhunter headmaster headmistress headteacher heckler
    heir heiress helmsman herder hermit historian horseman host hostage hotelier housekeeper housewife hunter
    huntsman husband hydrographer hydrologist illustrator imam immigrant immunologist importer impresario
    industrialist infantryman informant innkeeper justice insider inspector instructor insurgent interpreter
    interviewer inventor investigator investor ironmonger islamist jailer janitor jeweller jihadist tenor soprano
    baritone mezzo alto bass busker ballerina acrobat clown puppeteer stagehand signalman conscript corporal cadet
    squaddie infant notary brewer tanner draper mercer saddler stonecutter ploughman gamekeeper jockey joiner
    journalist judge juror keeper king knight laborer labourer lady laird landlady landlord landowner lawmaker
    lawyer leader leaseholder lecturer legislator lexicographer liberal librarian lieutenant lieutenant-general
    lieutenant-governor lifeguard linguist lobbyist lodger longshoreman lord loser loyalist machinist magician
    magistrate maid major major-general man manager manageress mandarin marine mariner marquess marquis marshal
    marxist mathematician matriarch mayor mechanic mediator medievalist member mentor merchant metallurgist
    meteorologist microbiologist midfielder midwife miller millionaire miner minister missionary moderate
    moderator monarch monarchist monk mother mother-in-law motorist mountaineer mp musician nationalist naturalist
    navigator negotiator neighbor neighbour nephew neurologist newcomer newspaperman newsreader nobleman
    noblewoman novelist novice numismatist nun nuncio nurse oceanographer officer official oligarch ombudsman
    oncologist onlooker operator opponent orator organiser organizer ornithologist orphan overseer owner
    paediatrician painter palaeontologist paleontologist paramedic parent parishioner parliamentarian participant
    partner passenger passer-by pastor pathologist patient patriarch patron paymaster peacemaker peasant peer
    pensioner pharmacist philanthropist philologist philosopher photographer photojournalist physician physicist
    physiologist pianist pilot pioneer planner planter player playmaker playwright plenipotentiary plumber poet
    policeman policewoman politician pollster polymath pope porter postman postmaster preacher predecessor premier
    presenter president pretender priest prime prince princess principal printer prisoner privateer producer
    professor programmer promoter prophet proprietor prosecutor protester provost psychiatrist psychologist
    publican publisher pundit pupil quarterback quartermaster queen rabbi radical radio-operator rancher ranger
    rapporteur reader rear-admiral rebel recruit rector referee reformer reformist refugee registrar regulator
    renter reporter representative republican researcher resident restaurateur restorer reverend reviewer rider
    rival royalist ruler runner sailor salesman saleswoman scholar schoolboy schoolgirl schoolmaster schoolteacher
    scientist screenwriter sculptor seaman seamstress secessionist secretary secretary-general seismologist
    senator separatist sergeant servant settler shareholder sheikh shepherd sheriff shipbuilder shipowner
    shoemaker shopkeeper signatory singer sister sister-in-law skipper slaveholder socialist socialite sociologist
    soldier solicitor soloist son son-in-law songwriter source sovereign master speaker specialist spokesman
    spokesperson spokeswoman sprinter squire staffer statesman stationmaster statistician steward stockbroker
    stonemason storyteller strategist striker strongman student successor suffragette suffragist sultan
    superintendent supervisor supporter surgeon survivor suspect swimmer tailor teacher team-mate teammate
    technician technologist teenager tenant terrorist theologian theorist therapist thief toolmaker tory tourist
    toxicologist trader trainer translator traveler traveller treasurer trucker trustee tsar tutor tycoon umpire
    uncle undergraduate undersecretary undertaker unionist vet veteran veterinarian vicar vice-admiral vice-chair
    vice-chancellor vice-president viceroy victim villager violinist virologist viscount volcanologist volunteer
    waiter waitress warden warlord weaver welder whaler whistleblower widow widower wife winemaker winger winner
    witness woman woodcutter worker wrestler writer youngster youth zoologist backbencher frontbencher commuter
    shah vizier pasha bey khedive caliph maharajah rajah nawab mullah mufti qadi kaiser doge shogun sirdar begum sultana
    margrave dauphin hetman ataman boyar dragoman chamberlain courtier equerry regent mikado nizam
    mep msp td tuner bailiff beadle bookbinder carter chandler clockmaker collier compositor cooper drover glazier groom
    haberdasher hatter lamplighter milliner ostler plasterer potter roofer sexton stevedore stoker tinker typesetter
    upholsterer verger watchmaker woodcarver
    administrator admirer adventurer announcer antiquarian apiarist appellant appraiser arbiter arsonist
    artificer artisan assailant assemblyman assessor astrophysicist attache attaché aviator aviatrix bachelor
    backer balloonist bandit bandleader bandmaster barkeep barmaid barman bartender beggar bellhop benefactor
    benefactress bibliophile biophysicist boarder boatswain bodybuilder bookie bootlegger boyfriend bridegroom
    bridesmaid bugler bureaucrat burgher burglar burgomaster cabdriver cabinetmaker canoeist captor caregiver
    carer caricaturist caseworker challenger chambermaid chauffeur chiropractor choirmaster churchwarden
    civilian clarinetist clarinettist classicist classmate collector colonist commodore compatriot competitor
    complainer concierge confectioner confidant confidante congregant conjurer conspirator contestant
    contributor controller copywriter cosmonaut cotter counselor countryman couturier cowboy coxswain crofter
    croupier crusader culprit custodian czarina dairymaid deckhand decorator defaulter depositor descendant
    despatcher detainee dietitian disciple dispatcher dissenter distiller diviner docent dockworker donor
    doorman dowager doyen doyenne druggist duchess duellist dyer egoist embezzler emigrant emigre ensign
    enthusiast estimator evacuee evangelist executioner expatriate eyewitness farrier fencer ferryman fiance
    fiancee fiancé fiancée fisher flautist florist follower footman foreigner foreperson foundling freelancer
    fruiterer furrier gambler gangster girlfriend golfer grammarian grandchild grandma grandpa great-niece
    gymnast hacker harbourmaster harpist highwayman hijacker hostess houseguest householder humanist informer
    inmate instrumentalist interlocutor intermediary intruder jeweler liquidator litigant logger lyricist
    manservant masseur mercenary midshipman minstrel mourner murderer namesake newsagent occupant offender
    outsider parson passerby pawnbroker peddler pedlar petitioner pilgrim piper pirate pitcher poacher
    practitioner procurator prodigy propagandist prospector protege protégé publicist purser realtor
    receptionist repairman robber roommate ropemaker runner-up satirist seafarer sentry smuggler soothsayer
    spouse stableman stewardess stockholder stranger suitor surveyor sweetheart taxidriver taxpayer trainee
    trapper trumpeter typist understudy underwriter urchin usher valet vendor violist virtuoso visitor vocalist
    voter warder warrior watchman wholesaler workman workmate émigré
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
AUXILIARIES: Final = frozenset(
    """
    has have had was were is are been being be do does did would will could can may might must should shall not
    never to
""".split()
)
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
