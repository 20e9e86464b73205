"""What the articles name and the catalogue lacks: which words are a name, whose, and of what kind."""

from __future__ import annotations

import cProfile
import tomllib
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest
from conftest import tried
from hypothesis import given
from hypothesis import strategies as st

from generator import build
from generator.folding import fold
from generator.intake.stubs import make_stubs
from generator.knowledge.suggestions.finder import find_suggestions
from generator.knowledge.suggestions.recognised import Recognised, Recogniser
from generator.knowledge.suggestions.runs import runs
from generator.model import Kind, Suggestion
from generator.problems import has_errors


def write_content(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files under a content folder and give the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def suggested(folder: Path, *articles: str, **entries: str) -> list[Suggestion]:
    """Give what a site with these articles and entries lacks; an entry's name is `kind__id`."""
    files = {
        f"articles/a{number}.md": f'---\ntitle: T\ndate: "2024-05-06"\n---\n\n{text}\n'
        for number, text in enumerate(articles)
    }
    files |= {f"{name.replace('__', '/').replace('_', '-')}.yml": text for name, text in entries.items()}
    known = build.understand(write_content(folder, files)).knowledge
    return list(find_suggestions(known.catalogue, known.prose, known.mentions, known.dates))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ursula von der Leyen met Keir Starmer.", ["Ursula von der Leyen", "Keir Starmer"]),
        ("He went to the University of Oslo and the Bank of England.", ["University of Oslo", "Bank of England"]),
        ("Foreign Minister Abbas Araghchi of Iran flew in.", ["Abbas Araghchi", "Iran"]),
        ("Iran’s Quds Force denied it.", ["Iran", "Quds Force"]),
        ("Iran-backed groups and Prayuth Chan-ocha disagreed.", ["Iran", "Prayuth Chan-ocha"]),
        ("The Ministry of Trade and Industry spoke.", ["Ministry of Trade and Industry"]),
        ("She left the Ministry of Energy and Water in Kabul.", ["Ministry of Energy and Water", "Kabul"]),
        ("It is paid by the Recovery and Resilience Facility.", ["Recovery and Resilience Facility"]),
        ("Norway and Sweden won.", ["Norway", "Sweden"]),
        ("U.S. Secretary of State Antony Blinken said so.", ["U.S.", "Antony Blinken"]),
        ("They beat Panama 3 to 1.", ["Panama"]),
        ("On 26 June Canada ended it.", ["Canada"]),
        ("On Wednesday Anna Lind came.", ["Anna Lind"]),
        ("It belongs to Lind Industries of New York.", ["Lind Industries", "New York"]),
        ("They report to the Health and Safety Executive.", ["Health and Safety Executive"]),
        ("Deputy Emergency Minister Azamat Mambetov spoke.", ["Azamat Mambetov"]),
        ("It was on Channel 4 then.", ["Channel 4"]),
        ("King’s College admits women.", ["King’s College"]),
        ("They marched to Heroes’ Square.", ["Heroes’ Square"]),
        ("The Lindel Reef Marine Park Authority paid.", ["Lindel Reef Marine Park Authority"]),
        ("The Ministry of Roads and Urban Development agreed.", ["Ministry of Roads and Urban Development"]),
        ("It asked the National Oceanic and Airy Administration.", ["National Oceanic and Airy Administration"]),
        ("They met the Group for the Support of Lindism.", ["Group for the Support of Lindism"]),
        ("It left the Economic Community of Western Mills.", ["Economic Community of Western Mills"]),
        ("They gave Lindra 37 per cent of it.", ["Lindra"]),
        ("It lies on the Lindra–Velmund railway.", ["Lindra", "Velmund"]),
        ("He cites the Lindra–Velmund Treaty, and the North–South line.", ["Lindra–Velmund Treaty", "North–South"]),
        ("She leads the Citizens’ Revolution there.", ["Citizens’ Revolution"]),
        ("It was said by Emily Field of Lindbank.", ["Emily Field", "Lindbank"]),
        ("Then Shah Jahan ruled.", ["Shah Jahan"]),
        ("It belongs to Dutchman Richard Lindqvist.", ["Richard Lindqvist"]),
        (
            "He lives in the rue Le Lindetier, near the place de la Lindette.",
            ["rue Le Lindetier", "place de la Lindette"],
        ),
        ("It took place in Paris.", ["Paris"]),
        ("The Cour des lindetes warned them.", ["Cour des lindetes"]),
        ("He drew the City of Mills and Millers.", ["City of Mills and Millers"]),
        ("It is paid by the Mill Restoration and Adaptation Program.", ["Mill Restoration and Adaptation Program"]),
        ("It fell under Decree 21060.", ["Decree 21060"]),
        ("Governor-General Anna Lind left.", ["Anna Lind"]),
        ("It was told by Reform.by, and by OKO.press.", ["Reform.by", "OKO.press"]),
        ("I’ve read it, and They’ve too.", []),
        ("Pope Francis met Queen Elizabeth II.", ["Pope Francis", "Queen Elizabeth II"]),
        ("He led the Lindham Farmers’ Union.", ["Lindham Farmers’ Union"]),
        ("She joined the National Women's Soccer League.", ["National Women's Soccer League"]),
        ("It asked the Agency for Co-operation.", ["Agency for Co-operation"]),
        ("The Water and Power Authority is rich.", ["Water and Power Authority"]),
        ("We saw Lindna na Bergém again.", ["Lindna na Bergém"]),
        ("Such as David Wright of the Board of Trade.", ["David Wright", "Board of Trade"]),
        ("It hired Priya Lind of Baker Tilly, an auditor.", ["Priya Lind", "Baker Tilly"]),
        ("The attorney Dean Lindow spoke.", ["Dean Lindow"]),
        ("Then Trooper Angela Lindow pulled over.", ["Angela Lindow"]),
        ("There Special Agent Tim Lindow sat.", ["Tim Lindow"]),
        ("Ford Motor Company chairman Tim Lindow sat.", ["Ford Motor Company", "Tim Lindow"]),
        ("It is off Interstate 39 there.", ["Interstate 39"]),
        ("Then in June Miles Lindow spoke.", ["Miles Lindow"]),
        ("It was put by Tom Lindow SC to the jury.", ["Tom Lindow"]),
        ("It was Det Garda Patrick Lindow, of Co Cork.", ["Patrick Lindow", "Cork"]),
        ("It belongs to the Sisters of the Good Shepherd.", ["Sisters of the Good Shepherd"]),
        ("An account at the Munster and Leinster Bank.", ["Munster and Leinster Bank"]),
        ("Then President Elect was all that it said.", ["President Elect"]),
        ("The Fund for Saving the Lind Sea met.", ["Fund for Saving the Lind Sea"]),
        ("A seat on the Liverpool and Manchester Railway.", ["Liverpool and Manchester Railway"]),
        ("She played in the Royal Albert Hall and lives in Rostov-on-Lind.", ["Royal Albert Hall", "Rostov-on-Lind"]),
        ("He went to the Centers for Disease Control.", ["Centers for Disease Control"]),
        ("A geographer at King’s College London agreed.", ["King’s College London"]),
        ("He asked Peter deLindow.", ["Peter deLindow"]),
        ("They lent IQD 4.1 trillion to Lind.", ["Lind"]),
        ("She teaches at the Universidad Mayor de San Lind.", ["Universidad Mayor de San Lind"]),
        ("Marie Curie, a physicist, and Akram al-Kaabi came.", ["Marie Curie", "Akram al-Kaabi"]),
        ("They call it Rosa Verde e Lindo.", ["Rosa Verde e Lindo"]),
        ("Moulay Ahmed er Lindouni rode in.", ["Moulay Ahmed er Lindouni"]),
        ("Take Anna Lindow. Ask Mark Lindow.", ["Anna Lindow", "Mark Lindow"]),
        ("It went to the Court of Appeals for the Lindel Circuit.", ["Court of Appeals for the Lindel Circuit"]),
        ("The Council for the Defence of the Lindel River met.", ["Council for the Defence of the Lindel River"]),
        ("It is part of the Canal and Road Initiative.", ["Canal and Road Initiative"]),
        ("It asked the State Security and Water Commission.", ["State Security and Water Commission"]),
        ("The Taiwan and Macau Affairs Office replied.", ["Taiwan and Macau Affairs Office"]),
        (
            "He taught at the University of Lyon and University College London.",
            ["University of Lyon", "University College London"],
        ),
        ("The Bank of England and Treasury agreed.", ["Bank of England", "Treasury"]),
        ("It moved from the Ministry of Health to Bergen.", ["Ministry of Health", "Bergen"]),
        ("She is at the University of Ontario in Ottawa.", ["University of Ontario in Ottawa"]),
        ("It is the Centre for the Study of the Seas in New York.", ["Centre for the Study of the Seas", "New York"]),
        ("The Law Society of England and Wales wrote.", ["Law Society of England and Wales"]),
        ("Then the Ephorate of Underwater Ruins dived.", ["Ephorate of Underwater Ruins"]),
        ("It was printed in Letters of Chemistry.", ["Letters of Chemistry"]),
        ("He got the Lind Prize for Physics.", ["Lind Prize for Physics"]),
        ("She got the Lind Prize in Physics in Oslo.", ["Lind Prize in Physics", "Oslo"]),
        ("They left the Lind Liberal Party for the Greens.", ["Lind Liberal Party", "Greens"]),
        ("It is the World Year of Rivers’ Protection.", ["World Year of Rivers’ Protection"]),
        ("He lives in Albany, N.Y. The State paid.", ["Albany", "N.Y.", "State"]),
        ("That November Lindow left. In January Lindqvist did.", ["Lindow", "Lindqvist"]),
        ("They went to Mazar-e Lind and to Dasht-i Lind.", ["Mazar-e Lind", "Dasht-i Lind"]),
        ("Then Lindaw Kyi Thu spoke.", ["Lindaw Kyi Thu"]),
        ("In Bergen I saw it.", ["Bergen"]),
        ("He is a Houston Democrat, and no Liberal Democrat.", ["Houston", "Liberal Democrat"]),
        ("The Lindish Forces of Samir Lindow agreed.", ["Lindish Forces", "Samir Lindow"]),
        ("Mr Lindow of the Voice for the Citizens Party spoke.", ["Lindow", "Voice for the Citizens Party"]),
        ("They joined the Alternative for Norway.", ["Alternative for Norway"]),
        ("Along Hadrian’s Wall they saw Lindow’s home.", ["Hadrian’s Wall", "Lindow"]),
        (
            "In London Benjamin Lindow called Generals Abass Lindélé and Iyad.",
            ["London", "Benjamin Lindow", "Abass Lindélé", "Iyad"],
        ),
        ("It was led by Garda Indonesia.", ["Garda Indonesia"]),
        ("Lindra 5% and Lindra SM 37%.", ["Lindra", "Lindra SM"]),
        ("It asked the Ministry of Economy, Trade and Sport.", ["Ministry of Economy, Trade and Sport"]),
        ("The Ministry of Defence, Parliament and Treasury met.", ["Ministry of Defence", "Parliament", "Treasury"]),
        ("It was built by Lindek Systems of Lindring.", ["Lindek Systems", "Lindring"]),
        ("He led the Army of the Lindasus.", ["Army of the Lindasus"]),
        ("She left the Lindish Movement on Debt and Growth.", ["Lindish Movement on Debt and Growth"]),
        ("It belongs to LD World of the United States.", ["LD World", "United States"]),
        ("It is run by the Government of National Unity.", ["Government of National Unity"]),
        ("She is the High Commissioner for Human Rights.", ["High Commissioner for Human Rights"]),
        ("He joined the Lindish Assemblies of God.", ["Lindish Assemblies of God"]),
        ("From Vienna Lindassoud said nothing.", ["Vienna", "Lindassoud"]),
        ("Amin met Lin Yu-ting and Lund-led rebels.", ["Amin", "Lin Yu-ting", "Lund"]),
        ("They read it in Mar del Plata.", ["Mar del Plata"]),
        ("It was Jama’at Lindat al-Islam wal-Lindimin.", ["Jama’at Lindat al-Islam wal-Lindimin"]),
        ("We saw Lindad ag Lindali.", ["Lindad ag Lindali"]),
        ("The far-right Alternative for Norway won.", ["Alternative for Norway"]),
        ("They met on the Place de l’Indélindance.", ["Place de l’Indélindance"]),
        ("The Lindish Consensus of April was dead.", ["Lindish Consensus"]),
        ("He voted for Proposition 50 twice.", ["Proposition 50"]),
        ("It is for the Attorney General’s Office.", ["Attorney General’s Office"]),
        ("It was won by the LDS–People’s Party.", ["LDS–People’s Party"]),
        ("The British Orientalist Robert Lindenciner slept.", ["Robert Lindenciner"]),
        ("It hit Taoiseach Micheál Lindin.", ["Micheál Lindin"]),
        ("Inspector General of Police Anna Lindamu spoke.", ["Inspector General", "Anna Lindamu"]),
        ("It asked the Fisheries Research and Production Center.", ["Fisheries Research and Production Center"]),
        ("He told the Duchess of Lindwick.", ["Duchess of Lindwick"]),
        ("His cousin Anna bin Said left.", ["Anna bin Said"]),
        ("At the end of January Lindibe left.", ["Lindibe"]),
        ("It costs CHF5 or K150 000.", []),
        ("Annex VI of the Lindol Treaty is dead.", ["Annex VI", "Lindol Treaty"]),
        ("It was told by Henry of Lindingdon in May.", ["Henry of Lindingdon"]),
        ("It was told by Henry of Norway in May.", ["Henry", "Norway"]),
        ("It was told by Anna Lind of Lindingdon in May.", ["Anna Lind", "Lindingdon"]),
        ("It hit President Hassan Sheikh Lindamud.", ["Hassan Sheikh Lindamud"]),
        ("It was lost to Lindish Green Party Joe Lindow.", ["Lindish Green Party", "Joe Lindow"]),
        ("It was built by Scotsman James Lindow for Norwegian Karl Lindow.", ["James Lindow", "Karl Lindow"]),
    ],
)
def test_a_run_is_the_whole_name_and_nothing_but_the_name(text: str, names: list[str]) -> None:
    """Small words that tie a name together are in it; titles, possessives and what a hyphen adds are not."""
    assert [run.name for run in runs(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Gen. Omar Bradley arrived.", "Omar Bradley", "actors"),
        ("The journalist Svetlana Alexievich wrote it.", "Svetlana Alexievich", "actors"),
        ("Norway was neutral.", "Norway", "actors"),
        ("The Ottoman Empire was not.", "Ottoman Empire", "actors"),
        ("Rosatom, a maker of reactors, sold it.", "Rosatom", "groups"),
        ("He leads the Amal Movement.", "Amal Movement", "groups"),
        ("Liwa Fatemiyoun fighters were there.", "Liwa Fatemiyoun", "groups"),
        ("They complained to the Superintendency of the Interior.", "Superintendency of the Interior", "groups"),
        ("The Coordinadora por el Bosque went to court.", "Coordinadora por el Bosque", "groups"),
        ("It was put to the House of Lords in June.", "House of Lords", "groups"),
        ("Zinc comes from the Cerro Alto mine.", "Cerro Alto", "places"),
        ("They settled near Puerto Claro.", "Puerto Claro", "places"),
        ("The Puerto Claro blockade, as it became known, lasted a week.", "Puerto Claro blockade", "events"),
        ("He signed the Lindham Manifesto.", "Lindham Manifesto", "glossary"),
        ("Such Anglophobia faded.", "Anglophobia", "glossary"),
        ("They joined the RSF (Rapid Support Forces) in May.", "Rapid Support Forces", "groups"),
        ("He was born in Trondheim in 1970.", "Trondheim", "places"),
        ("It was sold by a trader from Longech.", "Longech", "places"),
        ("They stood on the banks of the Dniester.", "Dniester", "places"),
        ("Kalokol, Kenya – The lake is wide.", "Kalokol", "places"),
        ("In Chile’s Atacama the sun shines.", "Atacama", "places"),
        ("A line from Vulca to Lindham is planned.", "Vulca", "places"),
        ("A line from Vulca to Lindby is planned.", "Lindby", "places"),
        ("Canna is four miles long.", "Canna", "places"),
        ("Glaciers shrink in the Tian Shan.", "Tian Shan", "places"),
        ("They laid it as far as Paraguar.", "Paraguar", "places"),
        ("Ships left Le Havre for the Gulf.", "Le Havre", "places"),
        ("The Archdiocese of Eger has given him a month.", "Archdiocese of Eger", "groups"),
        ("It lies in the sheds of Pier VII now.", "Pier VII", "places"),
        ("Hezbollah, whose ministers sit there, agreed.", "Hezbollah", "groups"),
        ("Ferrocarriles del Paraguay has one clock.", "Ferrocarriles del Paraguay", "groups"),
        ("The union’s president, Dwan Street, calls this wrong.", "Dwan Street", "actors"),
        ("At Kamal Khan, a dam finished in 2021, water is turned away.", "Kamal Khan", "places"),
        ("It queued at the Chambi smelter.", "Chambi smelter", "places"),
        ("“A canal is a canal,” its director, Dale Foret, said.", "Dale Foret", "actors"),
        ("They told the Taliban to leave.", "Taliban", "groups"),
        ("He worked at the American Embassy there.", "American Embassy", "groups"),
        ("Since the war in Ukraine began, it costs more.", "War in Ukraine", "events"),
        ("It is legal under EU State aid rules.", "EU", "groups"),
        ("Ships lay off the Strait of Hormuz.", "Strait of Hormuz", "places"),
        ("It rose above Lake Victoria.", "Lake Victoria", "places"),
        ("After the Crimean War he retired.", "Crimean War", "events"),
        ("At the Congress of Vienna they danced.", "Congress of Vienna", "events"),
        ("The Syrian civil war went on.", "Syrian civil war", "events"),
        ("The 2016 coup failed.", "2016 coup", "events"),
        ("He fell at the battle of Lindowa.", "Battle of Lindowa", "events"),
        ("He fought in the war of 1980–88.", "war of 1980–88", "events"),
        ("The Manchester bombing of May 2017 shook the city.", "Manchester bombing", "events"),
        ("He wrote on Zaydism at length.", "Zaydism", "glossary"),
        ("It is what locals call rod-kohi, and it kills.", "rod-kohi", "glossary"),
        ("Illegal miners, known as galamsey, dug it.", "galamsey", "glossary"),
        ("The prince praised Vision 2030 again.", "Vision 2030", "glossary"),
        ("They wrote to the Ministry of Justice.", "Ministry of Justice", "groups"),
        ("They see a risk of carbon leakage, the practice of moving a plant abroad.", "carbon leakage", "glossary"),
        ("It was late. Net metering, the use of two meters, was new.", "Net metering", "glossary"),
        ("“Dark rain”, a term that they coined, is wet.", "Dark rain", "glossary"),
        ("They declared purlin swalind, or whole freedom, in May.", "purlin swalind", "glossary"),
        ("They demanded swalind, or self-rule.", "swalind", "glossary"),
        ("In the Lindwest Frontier, it rained.", "Lindwest Frontier", "places"),
        ("It was at LDO Unilind that it lay.", "LDO Unilind", "groups"),
        ("Lindai Lindmatgar, known as the Blue Caps, were shot at.", "Lindai Lindmatgar", "groups"),
        ("Mauro Lindow, the king’s former aide-de-camp, left.", "Mauro Lindow", "actors"),
        ("Intel’s plan is on ice.", "Intel", "groups"),
        ("They praised Michael Lodge again.", "Michael Lodge", "actors"),
        ("Brinkmanship, the habit of going too far, had served him.", "Brinkmanship", "glossary"),
        ("The Lindja, a people of the hills, sell salt.", "Lindja", "groups"),
        ("She told the story in Lindish Heritage in 1959.", "Lindish Heritage", "groups"),
        ("The official Lindhua newspaper had it.", "Lindhua", "groups"),
        ("He joined the separatist Lindow League.", "Lindow League", "groups"),
        ("Former Jerusalem mayors were there.", "Jerusalem", "places"),
        ("His daughter, Franka Weld, has left.", "Franka Weld", "actors"),
        ("Linda, Queen of Norway, slept.", "Linda", "actors"),
        ("He likes J.S. Lindow.", "J.S. Lindow", "actors"),
        ("Nobody knows the Lindad regime.", "Lindad", "actors"),
        ("It listed Lindow Grif as a militia.", "Lindow Grif", "groups"),
        ("Their alliance, Lindiv Ansem (“Together”), grew.", "Lindiv Ansem", "groups"),
        ("Lindomhuri quoted him as saying no.", "Lindomhuri", "groups"),
        ("The lead candidate, LND-097i, is a pill.", "LND-097i", "glossary"),
        ("It bought Lindagen, a cancer specialist, in May.", "Lindagen", "groups"),
        ("It paid for Lindbook laptops.", "Lindbook", "glossary"),
        ("It was told by Lindafone Egypt.", "Lindafone Egypt", "groups"),
        ("He slept through World War II.", "World War II", "events"),
        ("It was the end of the Italian Campaign.", "Italian Campaign", "events"),
        ("They backed the Unidos Lindemos coalition.", "Unidos Lindemos", "groups"),
        ("It is forbidden by the Lindrath Agreement.", "Lindrath Agreement", "glossary"),
        ("It has to obey the Convention on Lindel Boats.", "Convention on Lindel Boats", "glossary"),
        ("It was said at Cop30 too.", "Cop30", "events"),
        ("Roofs flew off in Super Typhoon Lindoy.", "Super Typhoon Lindoy", "events"),
        ("Its Lind Border Mechanism (LBM) is a tax.", "Lind Border Mechanism", "glossary"),
        ("KoLind Metals, a Norwegian prospector, has it.", "KoLind Metals", "groups"),
        ("Lindorel Tubiand, one of the architects of the plan, slept.", "Lindorel Tubiand", "actors"),
        ("Lindtjof Nandsen, the Bank of Norway governor, slept.", "Lindtjof Nandsen", "actors"),
        ("Then Lindida, a former trader in steel, slept.", "Lindida", "actors"),
        ("The Lindish Forces of Samir Lindea, the largest bloc, slept.", "Samir Lindea", "actors"),
        ("It is a club founded by Lindeto O’Rourd.", "Lindeto O’Rourd", "actors"),
        ("Lindedeno fell in April.", "Lindedeno", "places"),
        ("Lindedeno fell to the Norwegians.", "Lindedeno", "places"),
        ("The Lindahists fought on.", "Lindahists", "groups"),
        ("He met the king of Lindewa.", "Lindewa", "places"),
        ("They burned the villages of the Lindamulenge.", "Lindamulenge", "groups"),
        ("China closed Lindwehaw and other towns.", "Lindwehaw", "places"),
        ("He lives in Burj al-Lindajneh.", "Burj al-Lindajneh", "places"),
        ("It rose in the mid-cap Lindax index.", "Lindax", "glossary"),
        ("They retook Lindemsk.", "Lindemsk", "places"),
        ("The Lindish Forces (LF), who hold it, slept.", "Lindish Forces", "groups"),
        ("It is told in the book The Lind Kings too.", "Lind Kings", "glossary"),
        ("He wrote the third volume of Lindos.", "Lindos", "glossary"),
        ("In a hill in Lindurt called the Devil’s Steps it lies.", "Lindurt", "places"),
        ("It threw out a linden mass ejection (LME) in May.", "LME", "glossary"),
        ("It was founded as a linden audit office (LAO) in May.", "LAO", "groups"),
        ("It is called Lindpflicht, or linden duty.", "Lindpflicht", "glossary"),
        ("It was certified under LND-Q101.", "LND-Q101", "glossary"),
        ("Islamic State Lindia Province killed them.", "Islamic State Lindia Province", "groups"),
        ("The meeting was in Lindset House.", "Lindset House", "places"),
        ("They left the border post of Lindira.", "Lindira", "places"),
        ("It runs a venture, Lindfeng Lissan.", "Lindfeng Lissan", "groups"),
        ("Jan Lindaaj, which was founded in May, is new.", "Jan Lindaaj", "groups"),
        ("Lindurehim Lindir sells books.", "Lindurehim Lindir", "actors"),
        ("Lindio Telecom sells phones.", "Lindio Telecom", "groups"),
        ("It went to LN World at night.", "LN World", "groups"),
        ("It closed the LindSky border post.", "LindSky", "groups"),
        ("Ships left for Côte d’Ivoire.", "Ivory Coast", "actors"),
        ("It was built with the aid group Vento di Lindra.", "Vento di Lindra", "groups"),
        ("It hit peoples such as the Lindurri and the Lindarri.", "Lindurri", "groups"),
        ("He met a monk, then left Saint-Lindroul.", "Saint-Lindroul", "places"),
        ("It changed after the Revolution, they say.", "Revolution", "events"),
        ("It is laid down in Article 12 of the Constitution too.", "Constitution", "glossary"),
        ("The Lindra–Velmund Treaty is void.", "Lindra–Velmund Treaty", "glossary"),
        ("The Treaty of Lindau ended it.", "Treaty of Lindau", "events"),
        ("It is checked under the Lindau MoU.", "Lindau MoU", "glossary"),
        ("A trawler cut L-Kabel7 and left.", "L-Kabel7", "glossary"),
        ("They call it Lindismo.", "Lindismo", "glossary"),
        ("The battleship Bergen needed 66 days.", "Bergen", "glossary"),
        ("The bulk carrier Lindi Peng 3 lay at anchor.", "Lindi Peng 3", "glossary"),
        ("He sits for Bergen South-East today.", "Bergen South-East", "places"),
        ("The tunnel is under Route 7 still.", "Route 7", "places"),
        ("It lies in the Lind Ridge Reservation.", "Lind Ridge Reservation", "places"),
        ("A stamp showed the volcano Lindotombo smoking.", "Lindotombo", "places"),
    ],
)
def test_the_cues_tell_the_kind(tmp_path: Path, text: str, name: str, kind: str) -> None:
    """Heads, titles, appositions, lists of places and definitions say what a name is."""
    assert {one.name: one.kind.value for one in suggested(tmp_path, text)}.get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("She fled to Vukovar with a sack.", "Vukovar", "places"),
        ("An Irishman from Lindham kept it.", "Lindham", "places"),
        ("Marge Kessler, 77, of Lindby, went home.", "Lindby", "places"),
        ("One caller, from Lindham, who coughed, rang off.", "Lindham", "places"),
        ("The lieutenant from Kisumu says so, and he laughs.", "Kisumu", "places"),
        ("It met them at a bend called Vuelta de Lindado.", "Vuelta de Lindado", "places"),
        ("They took the island of Martín Lindía.", "Martín Lindía", "places"),
        ("Alat, south of Baku, is a port.", "Alat", "places"),
        ("She came to Lindabad (لیندآباد) by ferry.", "Lindabad", "places"),
        ("A dam on the Lindel will burst.", "Lindel", "places"),
        ("The crops failed in Gilgit-Baltistan.", "Gilgit-Baltistan", "places"),
        ("Nobody helps Gilgit-Baltistan.", "Gilgit-Baltistan", "places"),
        ("Snow fell on the Sulaiman Range.", "Sulaiman Range", "places"),
        ("He painted the Lindrian Alps.", "Lindrian Alps", "places"),
        ("She owns the Twice Lindow Inn.", "Twice Lindow Inn", "places"),
        ("It burned at the Lindenheim reactor.", "Lindenheim", "places"),
        ("Lindham’s mayor smiled.", "Lindham", "places"),
        ("They stormed the Lindapokuna police post.", "Lindapokuna", "places"),
        ("He ran in the riding of Lindra Quadra.", "Lindra Quadra", "places"),
        ("In 2005 Lindhagen was re-elected.", "Lindhagen", "actors"),
        ("In 2005 Lindhagen stood as a liberal.", "Lindhagen", "actors"),
        ("In 2005 Lindhagen’s premiership began.", "Lindhagen", "actors"),
        ("In 2005 Lindhagen left with his brother.", "Lindhagen", "actors"),
        ("She paid for the John Lindwards 2004 campaign.", "John Lindwards", "actors"),
        ("It was succeeded by Lindhagen in May.", "Lindhagen", "actors"),
        ("Rock fell from the Lindi peak.", "Lindi", "places"),
        ("He flew into Lindagram and slept.", "Lindagram", "places"),
        ("They pushed him out of Lindani.", "Lindani", "places"),
        ("It rained northwest of Lindaquba.", "Lindaquba", "places"),
        ("He is the owner of a Lindus-based shop.", "Lindus", "places"),
        ("They hit Lindoura, an area outside Damascus.", "Lindoura", "places"),
        ("He kept troops in the sanjak of Novi Lindar.", "Novi Lindar", "places"),
        ("He was found in the house, at Lindakova, and shot.", "Lindakova", "places"),
        ("They forgot Eastern Lindumelia.", "Eastern Lindumelia", "places"),
        ("They climbed the Kleines Lindhorn.", "Kleines Lindhorn", "places"),
        ("They met at the Lindi Maidan.", "Lindi Maidan", "places"),
        ("They saw Santiago de Compostela.", "Santiago de Compostela", "places"),
        ("It is the best in LDO history.", "LDO", "groups"),
        ("It was seen on the Lindow Department’s page.", "Lindow Department", "groups"),
        ("It was said by analyst Paula Lind at Lindosuez, who left.", "Lindosuez", "groups"),
        ("In Enfield, the Lindow Police came.", "Enfield", "places"),
        ("She spent eight years at McLindey.", "McLindey", "groups"),
        ("Lindallia, the market leader, has a furnace.", "Lindallia", "groups"),
        ("It asked the electricity trader Lindex.", "Lindex", "groups"),
        ("The actor met a company called Nasim Bahr Lind.", "Nasim Bahr Lind", "groups"),
        ("Apollo Wealth Management lent it.", "Apollo Wealth Management", "groups"),
        ("The owner is Lindhold Nuvora Sarl, which is small.", "Lindhold Nuvora Sarl", "groups"),
        ("The money is the United Nations Development Programme’s.", "United Nations Development Programme", "groups"),
        ("Chelsea sent a scout.", "Chelsea", "groups"),
        ("They met Lindtra, who are amateurs.", "Lindtra", "groups"),
        ("We saw Lindern Munich twice.", "Lindern Munich", "groups"),
        ("KF Lindsvík lost.", "KF Lindsvík", "groups"),
        ("Nobody asked Saudi Lindco.", "Saudi Lindco", "groups"),
        ("He was seen through the Lindflix series.", "Lindflix", "groups"),
        ("Lindco manufactures pumps.", "Lindco", "groups"),
        ("Lind married young.", "Lind", "actors"),
        ("Lind was arrested in May.", "Lind", "actors"),
        ("Lind’s widow kept it.", "Lind", "actors"),
        ("He read a biography of Lind.", "Lind", "actors"),
        ("When it fell, Lind took the seals, and he sent them.", "Lind", "actors"),
        ("Akiru Ewoi, a trader, laughed.", "Akiru Ewoi", "actors"),
        ("“No,” said Mulenga Chanda, commercial director at a smelter.", "Mulenga Chanda", "actors"),
        ("Sólrún Dam, who writes, disagreed.", "Sólrún Dam", "actors"),
        ("H. S. Ferns thought so.", "H. S. Ferns", "actors"),
        ("Xie Zhenhua and Yu Zhenhua, who have met, spoke.", "Yu Zhenhua", "actors"),
        ("They cooked in the Bronze Age too.", "Bronze Age", "glossary"),
        ("Tom Chiller wrote it.", "Tom Chiller", "actors"),
        ("Isla Morrison, 19, leads them.", "Isla Morrison", "actors"),
        ("It went to Lindow Kon Yeow, Kenya’s chief minister, on Friday.", "Lindow Kon Yeow", "actors"),
        ("Mr Lamb says so.", "Lamb", "actors"),
        ("In Dushanbe, a spokesman for the court spoke.", "Dushanbe", "places"),
        ("The Archbishop of Lindmütz built it.", "Lindmütz", "places"),
        ("They met on the Lindplatz or in Lindenburg.", "Lindenburg", "places"),
        ("They stood on the beach where Port Said now stands.", "Port Said", "places"),
        ("They blocked the Pan-Lindish Highway.", "Pan-Lindish Highway", "places"),
        ("They lit the Kafu Lindow power station.", "Kafu Lindow", "places"),
        ("Anna Lind, the member for Lindero, left.", "Lindero", "places"),
        ("It is a division of Lindmens.", "Lindmens", "groups"),
        ("Lindla, the child and family agency, holds them.", "Lindla", "groups"),
        ("They fired a Lindur missile.", "Lindur", "glossary"),
        ("An L-300 was seen.", "L-300", "glossary"),
        ("El Niño is one cause.", "El Niño", "glossary"),
        ("It was signed by Lord Canning.", "Canning", "actors"),
        ("Then President Bush left.", "Bush", "actors"),
        ("It flew to Lindalovsky (Линдаловский), an air base north-east of it.", "Lindalovsky", "places"),
        ("The Lindias, the rulers of it, agreed.", "Lindias", "groups"),
        ("Cornelius Lindow (79), of Lindstown, denies it.", "Lindstown", "places"),
        ("He likes Lindabad best.", "Lindabad", "places"),
        ("He died in the explosion at Nurva Lindeh.", "Nurva Lindeh", "places"),
        ("The crossings at Lindhusk, Lindenne and Lindczowa are shut.", "Lindczowa", "places"),
        ("It drew investments from Lindtel.", "Lindtel", "groups"),
        ("She told Lindwire that it was so.", "Lindwire", "groups"),
        ("Silver Lake, the private equity firm, bought it.", "Silver Lake", "groups"),
        ("Texas Instruments paid.", "Texas Instruments", "groups"),
        ("They do drink; and the Euphrates, on which it lies, is low.", "Euphrates", "places"),
        ("Manfred Lindes Villa won. Lindes Villa was glad, and Lindes Villa left.", "Manfred Lindes Villa", "actors"),
        ("An analyst at Rabb Securities, Shwan Lindt, put it at 36.", "Shwan Lindt", "actors"),
        ("A lawyer at Lindinski University who studies it agreed.", "Lindinski University", "groups"),
        ("The Steirische Lind-Gesellschaft paid.", "Steirische Lind-Gesellschaft", "groups"),
        ("It failed during Storm Linda.", "Storm Linda", "events"),
        ("The Lindengo trial went on.", "Lindengo trial", "events"),
        ("The Reform Act of 1832 gave them the vote.", "Reform Act", "glossary"),
        ("It gets grants under the CHIPS Act there.", "CHIPS Act", "glossary"),
        ("The gene is called LNDR1.", "LNDR1", "glossary"),
        ("It is Candida lindalis, which kills.", "Candida lindalis", "glossary"),
        ("The drug is lindomogepix.", "lindomogepix", "glossary"),
        ("The Lindel rises below Lindberg.", "Lindel", "places"),
        ("They crossed the Lindel at dawn.", "Lindel", "places"),
        ("They came over the Lindau, in snow.", "Lindau", "places"),
        ("It stood on the hill of Lindchi.", "Lindchi", "places"),
        ("In a watershed called Agua Linda they met.", "Agua Linda", "places"),
        ("Writing in Lindwelt, he denied it.", "Lindwelt", "groups"),
        ("It was put into a study in Nature Geoscience.", "Nature Geoscience", "groups"),
        ("The Lindkama, who live there, sued.", "Lindkama", "groups"),
        ("It was carried by Lindplyx, of Oslo, for years.", "Lindplyx", "groups"),
        ("Lindasek, Norway’s state investor, sold out.", "Lindasek", "groups"),
        ("We asked our partner Lindstka about it.", "Lindstka", "groups"),
        ("Priya Lindham of Baker Tilby spoke.", "Baker Tilby", "groups"),
        ("The Lindish Conference of Catholic Bishops objected.", "Lindish Conference of Catholic Bishops", "groups"),
        ("Le Lindois has a critic.", "Le Lindois", "groups"),
        ("AngloLind Ashby digs.", "AngloLind Ashby", "groups"),
        ("He told Lindloop that he knew.", "Lindloop", "groups"),
        ("Lindmens said nothing.", "Lindmens", "groups"),
        ("Lindhain, whose parts sit in it, left.", "Lindhain", "groups"),
        ("They funded banks such as Lindora.", "Lindora", "groups"),
        ("Lindello and other rivers froze.", "Lindello", "places"),
        ("The two presidents, Sadyr Lindov and Omo Lindon, met.", "Omo Lindon", "actors"),
        ("Sikandar Lindow Begum was regent.", "Sikandar Lindow Begum", "actors"),
        ("He bought a Lindagnini there.", "Lindagnini", "glossary"),
        ("Its engine, the LD550, is new.", "LD550", "glossary"),
        ("His piece, which is called Lindway, is short.", "Lindway", "glossary"),
        ("They traced the gene to Lindm7.", "Lindm7", "glossary"),
        ("It is SARS-LIND-2 again.", "SARS-LIND-2", "glossary"),
        ("They rang a man from LDRPA.", "LDRPA", "groups"),
        ("He opened an account at Lindabank.", "Lindabank", "groups"),
        ("Peter Lindese, at Lindersinka, agreed.", "Lindersinka", "groups"),
        ("An office in Frankfurt is shut.", "Frankfurt", "places"),
        ("He has a stake of 5 per cent in Lindspan.", "Lindspan", "groups"),
        ("The elders of the Lindaze met.", "Lindaze", "groups"),
        ("She played for Milan then.", "Milan", "groups"),
        ("George Shell, a cabinet-maker of eighteen, died.", "George Shell", "actors"),
        ("It was founded by the late Saleem Lindhuq.", "Saleem Lindhuq", "actors"),
        ("It rained on Los Lindos.", "Los Lindos", "groups"),
        ("He had an account at Lindyk.", "Lindyk", "groups"),
        ("They won at the Stadio Lindico.", "Stadio Lindico", "places"),
        ("She lost her rudder in the Lindet Channel.", "Lindet Channel", "places"),
        ("Georgian Dream has ruled.", "Georgian Dream", "groups"),
        ("He ran Lindtavari, and he says so.", "Lindtavari", "groups"),
        ("They sued Lind.press in May.", "Lind.press", "groups"),
        ("Evelyn Woodlind packed.", "Evelyn Woodlind", "actors"),
        ("At Lindasa, 40,000 men wait.", "Lindasa", "places"),
        ("The road comes in over the Lindguri, a teacher, Eka Lind, says.", "Lindguri", "places"),
        ("The heat wave called Lindberus did it.", "Lindberus", "events"),
        ("Rewilding Europe has broken it.", "Rewilding Europe", "groups"),
        ("Home, of the Engineers, built it.", "Engineers", "groups"),
        ("It was floated on Lindaq last year.", "Lindaq", "groups"),
        ("Bridges stand between Lindmansu and Lindpra.", "Lindpra", "places"),
        ("It took them a month to reach Lindawe.", "Lindawe", "places"),
    ],
)
def test_what_a_name_does_and_where_it_stands_tell_the_kind(tmp_path: Path, text: str, name: str, kind: str) -> None:
    """Persons marry and say, companies sell, people come from places; a noun after a name takes its article away."""
    assert {one.name: one.kind.value for one in suggested(tmp_path, text)}.get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Its shares (LNDG_p.DE) fell, and so did the senator’s (R-South Dakota).",
        "On Monday the Muslims of the town met in March.",
        "Foreign Ministers spoke in English of Middle Eastern affairs.",
        "Reading is good. Officials agreed. Sedimentologists did not.",
        "Sceptics point to the past. Organisers, councillors and programmes agreed. Cancelled trains ran.",
        "There are two reasons. First, work. Second, gas revenue.",
        "They needed a Section 204 permit, as on Sundays, from Soviet engineers.",
        "The State paid. Yet the state did not.",
        "An Argentine fleet met an Anglo-French one and a Basque, in the West African monsoon.",
        "It was seen in “Making a Murderer,” they said.",
        "It became a film, The Wheat and the Snow, in the end.",
        "Intel on it is scarce. Target practice began.",
        "Another idea, a form of trade, failed. Officials, the type that pays, came.",
        "Its shares (LIND.DE) fell in the index (.LINDX).",
        "It is the Democratic side, with Roman coins and a Byzantine dial.",
        "The Minister for Climate, Energy and the Environment slept until Christmas Day.",
    ],
)
def test_what_is_only_written_large_is_no_name(tmp_path: Path, text: str) -> None:
    """Days, peoples, offices, and plain words that a sentence begins with are not suggested."""
    assert suggested(tmp_path, text) == []


def test_an_article_that_calls_persons_by_one_word_goes_on_to_do_so(tmp_path: Path) -> None:
    """Who acts there is a person where the cues say so of most such names, and a body elsewhere."""
    persons = "Lord Lindow died. Lundov was hanged. Lendl married, and Landau wept. "
    acts = "Lindqvar sent a note."
    assert {one.name: one.kind for one in suggested(tmp_path / "a", persons + acts)}["Lindqvar"] is Kind.ACTORS
    assert {one.name: one.kind for one in suggested(tmp_path / "b", acts)}["Lindqvar"] is Kind.GROUPS


def test_a_name_with_the_is_of_the_kind_of_the_others_that_have_it(tmp_path: Path) -> None:
    """Rivers and ships have it as bodies do, so the article says which it is full of."""
    rivers = "They crossed the Lindel. The Lindow flows fast. Mud lay along the Linda. "
    full = "They met in Lindham, in Lindby, in Lindow and in Lindley. "
    text = "It touched the Lindqvar. It touched the Lindheque in Oslo."
    assert {one.name: one.kind for one in suggested(tmp_path / "a", rivers + text)}["Lindqvar"] is Kind.PLACES
    assert {one.name: one.kind for one in suggested(tmp_path / "b", text)}["Lindqvar"] is Kind.GROUPS
    kinds = {one.name: one.kind for one in suggested(tmp_path / "c", full + text)}
    assert (kinds["Lindqvar"], kinds["Lindheque"]) == (Kind.PLACES, Kind.GROUPS)


def test_an_article_full_of_places_goes_on_to_name_places(tmp_path: Path) -> None:
    """What one comes from is a place there, unless it is what gives."""
    places = "They met in Lindham, in Lindby, in Lindow and in Lindley. "
    for source, kind in (("Snow fell from Lindaskan.", Kind.PLACES), ("It was bought from Lindaskan.", Kind.GROUPS)):
        found = suggested(tmp_path / kind.value, places + source)
        assert {one.name: one.kind for one in found}["Lindaskan"] is kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He would not go back to Garibaldi.", "Garibaldi", "actors"),
        ("They quarrelled about Philip Morris.", "Philip Morris", "groups"),
        ("She had come from Carrefour.", "Carrefour", "groups"),
        ("The Inn and the Drava rose.", "Drava", "places"),
        ("He thinks of ceausescu, of Ceausescu, that is.", "Ceausescu", "actors"),
        ("They have more Zepbound.", "Zepbound", "glossary"),
        ("They spoke of Brexit.", "Brexit", "events"),
        ("It is Garibaldi, a town on the coast, that he means.", "Garibaldi", "places"),
    ],
)
def test_what_every_reader_knows_has_the_kind_that_it_is_known_for(
    tmp_path: Path, text: str, name: str, kind: str
) -> None:
    """A name that needs no telling has its kind by itself, unless the text says something else."""
    assert {one.name: one.kind.value for one in suggested(tmp_path, text)}.get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They went up: Tim Temple, and later others.", "Tim Temple", "actors"),
        ("Emily Field of Lindbank expects more.", "Emily Field", "actors"),
        ("Much was lost in the Albert Hall.", "Albert Hall", "places"),
        ("Cuthred Heath, the underwriter, sent it.", "Cuthred Heath", "actors"),
        ("Then Lindred Kern, the glazier, came.", "Lindred Kern", "actors"),
        ("They asked Lind Flugmotoren again.", "Lind Flugmotoren", "groups"),
        ("They asked Lin Hao Technology again.", "Lin Hao Technology", "groups"),
        ("It was a copy of the Lindbach L550 again.", "Lindbach L550", "glossary"),
        ("They saw HMS Lindow there.", "HMS Lindow", "glossary"),
        ("The ship was the Lin Hai Yue, built for less.", "Lin Hai Yue", "glossary"),
        ("The seller was Lindetta, they say.", "Lindetta", "groups"),
        ("They slept on board the Lindetta for a week.", "Lindetta", "glossary"),
        ("The Lindetta sank off Norway.", "Lindetta", "glossary"),
        ("Lindati, of 1995, went further.", "Lindati", "glossary"),
        ("After the Mughal Empire came others.", "Mughal Empire", "actors"),
        ("He wrote to the Republic of Lind Shipping Lines.", "Republic of Lind Shipping Lines", "groups"),
        ("It was signed by students from Ilia Lind.", "Ilia Lind", "groups"),
        ("The village lies under the Kleines Lindhorn, and it moves.", "Kleines Lindhorn", "places"),
        ("The cut was made by Moody’s RMS.", "Moody’s RMS", "groups"),
        ("It was told in Lloyd's List.", "Lloyd's List", "groups"),
        ("It was told by Harold Lloyd's son.", "Harold Lloyd", "actors"),
        ("It used to be called Peter Field.", "Peter Field", "places"),
        ("Lech Lindowski and others quarrelled.", "Lech Lindowski", "actors"),
        ("It was bought from GX Lindernova, and late.", "GX Lindernova", "groups"),
        ("He is the one who wrote The Lindaws about it.", "Lindaws", "glossary"),
        ("In Tefé the Lindara, a boat that carries nurses, left.", "Lindara", "glossary"),
        ("Along the BX-163, the road from Oslo, it burns.", "BX-163", "places"),
        ("On 16 August, Direct Action Day, they went home.", "Direct Action Day", "events"),
        ("He took on the princes: Hyderabad, for one, was rich.", "Hyderabad", "places"),
        ("The poet wrote Tomba Tek Lindh about it.", "Tomba Tek Lindh", "glossary"),
        ("A buyer in Bergen, Lindmara Parke, turns them into floors.", "Lindmara Parke", "groups"),
        ("The old chief of the Lindapó has gone.", "Lindapó", "groups"),
        ("One of Lindation’s leaders brews beer.", "Lindation", "groups"),
        ("The mayor of Lindham, Anna Lindham, went home.", "Anna Lindham", "actors"),
        ("They left through Lindespol the same night.", "Lindespol", "places"),
    ],
)
def test_what_a_name_is_made_of_tells_the_kind(tmp_path: Path, text: str, name: str, kind: str) -> None:
    """Surnames that are plain words, the ends of firms' names, the numbers of models and the letters of ships."""
    assert {one.name: one.kind.value for one in suggested(tmp_path, text)}.get(name) == kind


def test_a_river_is_no_alias_of_the_glacier_that_it_comes_from_but_of_its_own_long_name(tmp_path: Path) -> None:
    """The Rhône is not the Rhône Glacier, while the Drava River is the Drava."""
    glacier = suggested(tmp_path / "a", "The Rhône Glacier melts. The Rhône rises there.")
    assert sorted(one.name for one in glacier) == ["Rhône", "Rhône Glacier"]
    assert [one.name for one in suggested(tmp_path / "b", "The Drava River rises. The Drava falls.")] == ["Drava River"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She was born in Lowell, Mass., and left for Albany, N.Y., then.", ["Lowell", "Albany"]),
        ("It was King Lindow, Jr., who left.", ["King Lindow"]),
        ("- Jakarta, Laem Chabang and Karachi in Asia, and Brisbane and Sydney in Australia;", 7),
        ("They fought in the Balkans, on the Aegean and in Yunnan for years.", ["Balkans", "Aegean", "Yunnan"]),
        ("It is Texas that pays. The Texas Rangers did not.", ["Texas", "Texas Rangers"]),
        ("In Lindow v. Board of Trade it was Lindow who won.", ["Lindow v. Board of Trade", "Lindow"]),
        ("The case, Bates v Lindham Ltd, is old.", ["Bates v Lindham Ltd"]),
    ],
)
def test_places_and_cases_are_listed_once_and_whole(tmp_path: Path, text: str, names: list[str] | int) -> None:
    """The state after a town is part of its address, a row of towns is no title, and a case has two parties."""
    found = [one.name for one in suggested(tmp_path, text)]
    assert (len(found) if isinstance(names, int) else sorted(found)) == (
        names if isinstance(names, int) else sorted(names)
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He sat in Lindwar prison. The Lindwar cells are cold.", {"Lindwar prison": ("Lindwar",)}),
        ("They left by Bergen airport. Snow fell on Bergen.", {"Bergen airport": (), "Bergen": ()}),
        ("It lies on the Lindra–Velmund highway.", {"Lindra": (), "Velmund highway": ()}),
        ("They crossed the Sahara desert.", {"Sahara": ()}),
        ("It was owned by the Lindwar family, an old one.", {"Lindwar family": ()}),
        ("It went to the Lindish Freedom party at last.", {"Lindish Freedom party": ()}),
        ("He met the Greek navy and the Chinese foreign ministry.", {"Greek navy": (), "Chinese foreign ministry": ()}),
        ("He met French army officers, and a Greek government.", {}),
        ("It began with the Lindwar accords of May.", {"Lindwar accords": ()}),
        (
            "The Offences against the Lind Act 1861 is old. Anna met Bill Lindley.",
            {"Offences against the Lind Act 1861": (), "Bill Lindley": (), "Anna": ()},
        ),
        ("It is forbidden by the Land and Water (Lindham) Bill.", {"Land and Water (Lindham) Bill": ()}),
        ("He fought in the 45th Lindish Brigade.", {"45th Lindish Brigade": ()}),
        ("He won the Gold Medal of the Lind Society (LS).", {"Gold Medal of the Lind Society": (), "LS": ()}),
        ("Anna Lindow left. The Lindows stayed.", {"Anna Lindow": ()}),
        ("Then Sir Keir Lindow spoke. Sir Keir slept.", {"Keir Lindow": ("Keir", "Sir Keir")}),
        ("It was the U.S. Bureau of Mines.", {"U.S. Bureau of Mines": ("Bureau of Mines",)}),
        ("It lay beside the Greek army’s camp.", {"Greek army": ()}),
        ("They met at the Bergen conference, and then in Bergen.", {"Bergen conference": (), "Bergen": ()}),
        ("It shows the Lindonic cycle and the Egyptian calendar.", {"Lindonic cycle": (), "Egyptian calendar": ()}),
        ("He wrote it for *Scientific Norwegian* in May.", {"Scientific Norwegian": ()}),
        ("*The Lindham Gazette and the rest, he said.* They met *here*.", {"Lindham Gazette": ()}),
    ],
)
def test_a_name_has_its_noun_where_it_is_none_without_it(
    tmp_path: Path, text: str, names: dict[str, tuple[str, ...]]
) -> None:
    """What is called after a place, a family or a party is not that place; what italics set apart is one title."""
    assert {one.name: one.aliases for one in suggested(tmp_path, text)} == names


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("They use lindatine, a hormone of the gut.", ["lindatine"]),
        ("Locals know it as a lindara when it rains. The oath (شهادت), or not.", ["lindara"]),
        ("Some know it as a lindara. They fly the lindahada (شهادت) there.", ["lindahada", "lindara"]),
        ("A code of laws, the lindizam, that covered all.", ["lindizam"]),
        ("They had the glaciologists, a group of six, and a rainforest (or two).", []),
        ("The linduk left. A linduk came. No linduk stays.", ["linduk"]),
        ("It cost 20 lindors, then 30 lindors, then 40 lindors.", []),
        ("It needs the “chancellor vote” today. A chancellor vote is rare.", ["chancellor vote"]),
        ("It needs the “chancellor vote” today. Others are rare.", []),
        ("He raised the so-called mothers’ pension, and a so-called big bang reform.", ["mothers’ pension"]),
    ],
)
def test_terms_are_what_an_article_coins_or_explains(tmp_path: Path, text: str, terms: list[str]) -> None:
    """Words of no dictionary that are explained or kept to, and phrases quoted once and then used without quotes."""
    found = [one.name for one in suggested(tmp_path, text) if one.kind is Kind.GLOSSARY]
    assert sorted(found) == terms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Fund for Saving the Lind Sea met by the Lind Sea.", ["Fund for Saving the Lind Sea", "Lind Sea"]),
        ("The Lindel Reef Park Authority saw the Lindel Reef.", ["Lindel Reef", "Lindel Reef Park Authority"]),
        ("It was Osman Pasha who spoke to Parliament.", ["Osman Pasha", "Parliament"]),
        (
            "Lindaco sold it. Lindaco paid. Lindaco won. The Lindaco Foundation gave.",
            ["Lindaco", "Lindaco Foundation"],
        ),
        ("The Lindaco Foundation gave. Lindaco paid. Lindaco won. Lindaco sold it.", ["Lindaco Foundation"]),
    ],
)
def test_a_short_name_that_is_somebody_elses_is_no_alias(tmp_path: Path, text: str, names: list[str]) -> None:
    """A place that a body is for, and who was often named before the longer name came up, are not what it names."""
    assert sorted(one.name for one in suggested(tmp_path, text)) == names


def test_a_person_goes_by_any_part_of_the_whole_name(tmp_path: Path) -> None:
    """Lula is within Luiz Inácio Lula da Silva, and Rodrigo Paz leaves his second surname out."""
    text = "Maria Lindulu Lindow met Rodrigo Lindaz Pereira. Lindulu spoke. Rodrigo Lindaz left."
    assert {one.name: one.aliases for one in suggested(tmp_path, text)} == {
        "Maria Lindulu Lindow": ("Lindulu",),
        "Rodrigo Lindaz Pereira": ("Rodrigo Lindaz",),
    }


def test_a_note_that_cites_names_no_cast(tmp_path: Path) -> None:
    """Who wrote and who printed what an article rests on is not whom it tells of, but a note may tell of somebody."""
    notes = "[^1]: Ada Lindow, Old Towns (Hamburg: Lind Press, 1999).\n[^2]: So Bea Lund says."
    text = f"Oslo is old.[^1] Bergen too.[^2]\n\n{notes}"
    assert sorted(one.name for one in suggested(tmp_path, text)) == ["Bea Lund", "Bergen", "Oslo"]


def test_a_known_name_stands_in_one_list_and_once() -> None:
    """Two kinds for one name, or a name twice, would be a slip of whoever wrote the lists."""
    lists = tomllib.loads(files("generator.knowledge.suggestions").joinpath("known.toml").read_text("utf-8"))
    names = [fold(" ".join(name.split())) for text in lists.values() for name in text.split(",")]
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("She praised Lindhouse, Peder Lindow and Tora Lindqvist.", ["groups", "actors", "actors"]),
        ("She played in Oslo, in Lindqvar and in Lindbo.", ["places", "places", "places"]),
        ("Her shop in Oslo, Lindqvar, has two chairs.", ["places", "groups"]),
        ("She has beds in Oslo and Lindqvar in Bergen has none.", ["places", "groups", "places"]),
        ("It pleased Lindqvar, in Oslo.", ["groups", "places"]),
    ],
)
def test_a_row_is_of_one_kind_and_a_comma_alone_makes_none(tmp_path: Path, text: str, kinds: list[str]) -> None:
    """After a place a comma parts what stands there; a preposition goes with one that stands before the first too."""
    assert [one.kind.value for one in suggested(tmp_path, text)] == kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The court in Eger met. The Archdiocese of Eger did not.", {"Eger": (), "Archdiocese of Eger": ()}),
        ("It was measured at Eger. The Eger Power Plant closed.", {"Eger": (), "Eger Power Plant": ()}),
        ("The Eger Power Plant closed. Eger sold it.", {"Eger Power Plant": ("Eger",)}),
    ],
)
def test_a_town_is_no_alias_of_the_body_that_is_named_after_it(
    tmp_path: Path, text: str, names: dict[str, tuple[str, ...]]
) -> None:
    """The town is suggested too, where something is said to be in it."""
    assert {one.name: one.aliases for one in suggested(tmp_path, text)} == names


def test_the_sentence_of_a_town_is_not_the_one_that_it_only_dates(tmp_path: Path) -> None:
    """That a report comes from a town says nothing of it, where another sentence names the town."""
    found = suggested(tmp_path, "EGER — It rained on Tuesday. The market of Eger closed.")
    assert [(one.name, one.context) for one in found] == [("Eger", "The market of Eger closed.")]


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Lindna McKinnow spoke. McKinnow left.", "Lindna McKinnow", ("McKinnow",)),
        ("HB Lindsvík lost. Then HB won.", "HB Lindsvík", ("HB",)),
        (
            "It is the Lindham Steamship Company, or LISCO (in short). LISCO sails.",
            "Lindham Steamship Company",
            ("LISCO",),
        ),
        ("The Lindland Water Authority, known as WAPDA, paid.", "Lindland Water Authority", ("WAPDA",)),
        ("The Lindish Trade Route, which its makers call the Lindway, fell.", "Lindish Trade Route", ("Lindway",)),
        ("She left Lindabashi — the old Krasnolind — at night.", "Lindabashi", ("Krasnolind",)),
        ("The Lindish Aid Action (Lindska Akcja Pomocy) paid.", "Lindska Akcja Pomocy", ("Lindish Aid Action",)),
        ("Cornelius Lindow spoke. It was in the name of C. J. Lindow.", "Cornelius Lindow", ("C. J. Lindow",)),
        ("The Lindow Sappers left. A Captain of the Sappers spoke.", "Lindow Sappers", ("Sappers",)),
        ("The head of the ISA left. The Inner Seas Authority (ISA) paid.", "Inner Seas Authority", ("ISA",)),
        ("The Lindel Company paid. Ships of TLC sailed.", "Lindel Company", ("TLC",)),
        ("The Faroe Islands won. The Faroes sang.", "Faroe Islands", ("Faroes",)),
        ("The Lindus rose. The Lindus Waters Treaty did not.", "Lindus Waters Treaty", ()),
        ("A firm in Zug called Lindcore paid.", "Zug", ()),
        ("It was signed by R. Lindow. They named Ruslan Lindow.", "Ruslan Lindow", ("R. Lindow",)),
        ("Lind Motors paid. The Lind Motors Foundation did not.", "Lind Motors Foundation", ()),
    ],
)
def test_what_else_a_name_is_called_is_its_alias(
    tmp_path: Path, text: str, name: str, aliases: tuple[str, ...]
) -> None:
    """A short or an older name is no suggestion of its own; a river is no short name of the treaty on it."""
    assert {one.name: one.aliases for one in suggested(tmp_path, text)}[name] == aliases


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("LINDHAM, Wis. (AP) — It rained.", ["Lindham"]),
        ("LINDENA DEL LINDO, May 3 (Reuters) - It rained.", ["Lindena Del Lindo"]),
        ("OSLO/BERGEN -- It rained.", ["Oslo", "Bergen"]),
        ("GDAŃSK / MINSK — It rained.", ["Gdańsk", "Minsk"]),
        ("LINDCO — it was said — paid.", []),
        ("LINDMARK — When it rained, they left.", ["Lindmark"]),
        ("LINDMARK – “It rained,” they said.", ["Lindmark"]),
        ("LIND — It rained.", []),
    ],
)
def test_the_town_at_the_head_of_a_dispatch_is_a_place(tmp_path: Path, head: str, places: list[str]) -> None:
    """It is written small, and neither the agency nor the abbreviated state is suggested."""
    found = suggested(tmp_path, head)
    assert [one.name for one in found if one.kind is Kind.PLACES] == places
    assert len(found) == max(1, len(places))


def test_a_sentence_is_given_without_the_head_of_its_dispatch(tmp_path: Path) -> None:
    """The town alone has it: it is named nowhere else."""
    found = suggested(tmp_path, "LINDHAM, Wis. (AP) — Anna Lind swam.")
    assert {one.name: one.context for one in found} == {
        "Lindham": "LINDHAM, Wis. (AP) — Anna Lind swam.",
        "Anna Lind": "Anna Lind swam.",
    }


def test_a_plain_word_before_a_dash_is_no_town(tmp_path: Path) -> None:
    """What a desk sets above a report is in capitals too."""
    assert suggested(tmp_path, "UPDATE — It rained.") == []


def test_the_head_of_a_dispatch_is_short(tmp_path: Path) -> None:
    """What is far from the beginning is no head, so that no sentence is read to its end for each name in it."""
    head = "LINDHAM AND LINDBRO ON LIND (AP) — It rained."
    assert not any(one.name.isupper() for one in suggested(tmp_path / "a", head))
    assert any(one.name.isupper() for one in suggested(tmp_path / "b", "LINDHAM AND " * 12 + head))


def test_two_words_that_are_written_large_only_together_are_one_name(tmp_path: Path) -> None:
    """Once may be chance, and who is named alone too is somebody else."""
    twice = "He left Law and Justice in May. Then Law and Justice split."
    assert [one.name for one in suggested(tmp_path / "a", twice)] == ["Law and Justice"]
    alone = "It hurt Shell and Total. Then Shell and Total fell, and Shell paid."
    assert [one.name for one in suggested(tmp_path / "b", alone)] == ["Shell", "Total"]


def test_new_lindham_is_not_lindham(tmp_path: Path) -> None:
    """What a sentence begins with is part of a name where places are called so."""
    text = "New Slovenia, the party, lost. Slovenia did not."
    assert [one.name for one in suggested(tmp_path, text)] == ["New Slovenia", "Slovenia"]


def test_the_head_of_a_column_tells_the_kind_of_the_names_in_it(tmp_path: Path) -> None:
    """A table says once for a whole column what stands in it; who has a nickname in quotation marks is one person."""
    table = (
        "| Gang | Leader | Based in | Income |\n| --- | --- | --- | --- |\n"
        "| Lindaze Baryè | Lindson Elan | Lindorcelle, Lindabarre | Tolls |\n"
        "| Grand Lindine | Johnson Lindré, “Lindizo” | | Rents |\n\nLindizo left."
    )
    found = {one.name: one.kind.value for one in suggested(tmp_path, table)}
    assert found == {
        "Lindaze Baryè": "groups",
        "Lindson Elan": "actors",
        "Lindorcelle": "places",
        "Lindabarre": "places",
        "Grand Lindine": "groups",
        "Johnson Lindré": "actors",
    }


def test_a_peer_has_his_title_as_an_alias_and_a_ruler_is_called_without_it_too(tmp_path: Path) -> None:
    """`Lord Lindon` may be all that an article calls him, and `Mahmud II` is how a reader looks for the sultan."""
    found = {one.name: one.aliases for one in suggested(tmp_path, "Lord Lindon met Sultan Mahmud II there.")}
    assert found == {"Lindon": ("Lord Lindon",), "Sultan Mahmud II": ("Mahmud II",)}


def test_a_surname_joins_the_person_whom_only_the_text_tells(tmp_path: Path) -> None:
    """Where no list has the given name, the words around the name say that it is a person's."""
    found = suggested(tmp_path, "Vitelomme Innocent, 41, fled. Two others and Innocent are wanted.")
    assert [(one.name, one.count) for one in found] == [("Vitelomme Innocent", 2)]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Reporting by Anna Lind in Bergen; additional reporting by Bo Berg; Editing by Eva Dahl", False),
        ("(Reporting by Anna Lind, editing by Bo Berg)", False),
        ("Anna Lind contributed reporting from Bergen.", False),
        ("Anna Lind in Lindva (لیند) contributed reporting.", False),
        ("With a report from Anna Lind.", False),
        ("Research by Anna Lind in Bergen shows that it rains there.", True),
    ],
)
def test_who_worked_on_an_article_is_not_its_cast(tmp_path: Path, line: str, named: bool) -> None:  # noqa: FBT001 - a case
    """A line at the end names reporters and editors, and tells nothing of them."""
    found = suggested(tmp_path, f"They met in Oslo.\n\n{line}")
    assert ("Anna Lind" in {one.name for one in found}) is named


STATES = ("Antigua and Barbuda", "Bosnia and Herzegovina", "Saint Vincent and the Grenadines", "São Tomé and Príncipe")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("text", ["{} stayed away from Oslo.", "They asked Norway, Togo and {} for help."])
def test_a_state_of_two_parts_is_one_name(tmp_path: Path, text: str, state: str) -> None:
    """It is listed among states, wherever it stands in the sentence."""
    found = suggested(tmp_path, text.format(state))
    assert (state, Kind.ACTORS) in {(one.name, one.kind) for one in found}


def test_the_note_on_the_author_names_nobody_of_the_cast(tmp_path: Path) -> None:
    """Where the author teaches is no part of what the article tells, unless the article names it too."""
    text = (
        '---\ntitle: T\nauthors: [Anna Lind]\ndate: "2024-05-06"\n---\n\nThey met in Oslo.\n\n'
        "Anna Lind is a fellow of the Lindow Institute in Oslo.\n"
    )
    known = build.understand(write_content(tmp_path, {"articles/a.md": text})).knowledge
    found = find_suggestions(known.catalogue, known.prose, known.mentions, known.dates)
    assert [(one.name, one.count) for one in found] == [("Oslo", 1)]


def test_the_cell_of_a_table_is_no_evidence(tmp_path: Path) -> None:
    """A stub says what a sentence says, and nothing where the name stands in none."""
    table = "They measured the dams in May.\n\n| Year | Storage at Kajaki |\n| --- | --- |\n| 2020 | full |\n"
    content = write_content(tmp_path, {"articles/a.md": f"---\ntitle: T\n---\n\n{table}"})
    known = build.understand(content).knowledge
    found = find_suggestions(known.catalogue, known.prose, known.mentions, known.dates)
    (stub,) = make_stubs(found, known.catalogue, known.prose)
    assert "name: Kajaki\n" in stub.text
    assert "statements" not in stub.text


def test_a_river_is_no_alias_of_the_agency_that_a_hyphen_names_after_it(tmp_path: Path) -> None:
    """The first half of a double name is not the body that bears both."""
    text = "Near Lindham the Arve dried up. The Arve-Maine Water Agency cut permits, and the Arve fell again."
    assert {one.name: one.aliases for one in suggested(tmp_path, text)}["Arve-Maine Water Agency"] == ()


def test_the_works_that_an_article_cites_are_not_its_cast(tmp_path: Path) -> None:
    """Its notes name others than those whom it tells of; a section after them is read again."""
    text = "Anna Lindow swam.\n\n## Notes\n\n1. B. Lund, *Tora Berg* (Oslo, 1993).\n\n## Later\n\nUlf Dahl came."
    assert [one.name for one in suggested(tmp_path, text)] == ["Anna Lindow", "Ulf Dahl"]


def test_a_plain_word_that_is_a_name_amid_a_sentence_is_one_at_the_beginning_too(tmp_path: Path) -> None:
    """Where it does something; otherwise a sentence may begin with it as with any word."""
    text = "They pay Ember. Ember said no. Ember’s head left. Ember glows are warm."
    assert [(one.name, one.count) for one in suggested(tmp_path, text)] == [("Ember", 3)]


def test_the_authors_of_an_article_are_not_its_cast(tmp_path: Path) -> None:
    """Who is named in the note at the end alone wrote the article; whom the article tells of is suggested."""
    head = "---\ntitle: T\nauthors: [Ann Arbour, Bea Baxter]\n---\n\n"
    body = "Bea Baxter was there.\n\nShe saw it.\n\nAll left.\n\nNobody stayed.\n\n---\n\n"
    end = "Ann Arbour is a reporter. Bea Baxter covers courts.\n"
    known = build.understand(write_content(tmp_path, {"articles/a.md": head + body + end})).knowledge
    found = find_suggestions(known.catalogue, known.prose, known.mentions, known.dates)
    assert [one.name for one in found] == ["Bea Baxter"]


def test_the_names_of_one_are_one_suggestion(tmp_path: Path) -> None:
    """Surname, acronym, and a name in another script are aliases of the full name, and all are counted."""
    text = (
        "Alexei Navalny (Алексей Навальный) spoke. Navalny left.\n\n"
        "The World Food Programme (WFP) came. The WFP left. Then the US spoke, and the United States."
    )
    assert {(one.name, one.aliases, one.count) for one in suggested(tmp_path, text)} == {
        ("Alexei Navalny", ("Navalny", "Алексей Навальный"), 2),
        ("World Food Programme", ("WFP",), 3),
        ("United States", ("US",), 2),
    }


def test_a_bracket_may_hold_letters_and_a_name_in_another_script(tmp_path: Path) -> None:
    """Both are aliases, each by itself."""
    text = "The Syrian Democratic Forces (SDF, or قسد) left.\n\nThe Hayat Council (مجلس الحياة; HC) came."
    assert {(one.name, one.aliases) for one in suggested(tmp_path, text)} == {
        ("Syrian Democratic Forces", ("SDF", "قسد")),
        ("Hayat Council", ("HC", "مجلس الحياة")),
    }


def test_what_two_articles_name_is_one_suggestion_with_the_first_sentence(tmp_path: Path) -> None:
    """The count is that of all articles, the context that of the first."""
    found = suggested(tmp_path, "There was Rosatom.", "Then Rosatom left. Rosatom, a firm, paid.")
    assert [(one.name, one.count, one.article, one.context) for one in found] == [
        ("Rosatom", 3, "a0", "There was Rosatom.")
    ]


def test_what_the_catalogue_has_is_not_suggested(tmp_path: Path) -> None:
    """A mention of an entry is known, by any of its names."""
    entry = "name: Rosatom\naliases: [State Atomic Energy Corporation]\n"
    assert suggested(tmp_path, "Rosatom is the State Atomic Energy Corporation.", groups__rosatom=entry) == []


def test_an_event_has_the_date_of_its_sentence(tmp_path: Path) -> None:
    """The date next to its name is an event's own."""
    found = suggested(tmp_path, "On 8 May 1945 it ended. The Battle of Valmy was on 20 September 1792.")
    assert [(one.name, one.date) for one in found] == [("Battle of Valmy", "1792-09-20")]


def test_the_work_grows_with_the_article_and_not_with_its_square(tmp_path: Path) -> None:
    """Twice as many names cost about twice as many calls."""

    def calls(folder: str, names: int) -> int:
        text = " ".join(f"Anna Name{number}xq met Lind{number}co." for number in range(names))
        files = {"articles/a.md": f"---\ntitle: T\n---\n\n{text}\n"}
        known = build.understand(write_content(tmp_path / folder, files)).knowledge
        profile = cProfile.Profile()
        profile.runcall(find_suggestions, known.catalogue, known.prose, known.mentions, known.dates)
        return sum(entry.callcount for entry in profile.getstats())

    calls("warm", 10)
    assert calls("two", 200) < 3 * calls("one", 100)


WORDS = st.sampled_from([
    "Iran", "Reading", "the", "of", "and", "al-Kaabi", "Anna", "Lind", "(WFP)", "World", "Food", "Programme", "said,",
    "2014", "coup", "“Axis", "Resistance”", "Mr.", "Smith’s", "U.S.", "President", "War", "12", "May", "–", "a_b",
    "*x*", "[y]", "<z>", "\\", "`c`", "é", "😀", "Навальный", "#1", "-", "&", "“",
])  # fmt: skip


@tried(60)
@given(st.lists(WORDS, max_size=40), st.lists(WORDS, max_size=40))
def test_the_stubs_of_any_text_pass_check(
    tmp_path_factory: pytest.TempPathFactory, one: list[str], two: list[str]
) -> None:
    """Whatever the articles say, the entries made of it are valid, and their evidence stands in the article."""
    folder = tmp_path_factory.mktemp("content")
    head = '---\ntitle: T\ndate: "2024"\n---\n\n'
    write_content(folder, {"articles/a.md": head + " ".join(one) + "\n\n" + " ".join(two) + "\n"})
    before = build.understand(folder)
    known = before.knowledge
    found = find_suggestions(known.catalogue, known.prose, known.mentions, known.dates)
    write_content(folder, {stub.path: stub.text for stub in make_stubs(found, known.catalogue, known.prose)})
    after = build.understand(folder)
    assert has_errors(after.problems) == has_errors(before.problems), after.problems
    assert len(after.knowledge.catalogue.entities) == len(found)


# -------------------------------------------------------------------------------------- a recogniser of the user's own


def recogniser(names: Mapping[str, Kind]) -> Recogniser:
    """Give one that finds certain words, whatever stands around them."""
    return lambda text: (
        Recognised(at, at + len(name), kind) for name, kind in names.items() if (at := text.find(name)) >= 0
    )


@pytest.mark.parametrize(
    ("found", "kinds"),
    [
        ({}, {"Quillon Drax": "actors"}),
        ({"Quillon Drax's": Kind.PLACES}, {"Quillon Drax": "places"}),
        ({"«Самара»": Kind.PLACES}, {"Quillon Drax": "actors", "Самара": "places"}),
        ({"Drax stood": Kind.EVENTS}, {"Quillon Drax": "events"}),
        ({"Norwegian": Kind.GROUPS, "Monday": Kind.EVENTS, "spoke": Kind.PLACES}, {"Quillon Drax": "actors"}),
        ({"Ann Arbour": Kind.PLACES}, {"Quillon Drax": "actors"}),
    ],
)
def test_a_recogniser_adds_names_and_settles_kinds(
    tmp_path: Path, found: dict[str, Kind], kinds: dict[str, str]
) -> None:
    """What it finds where no name was seen is a name, where no cue spoke its kind counts, and mentions stay so."""
    text = "Of Quillon Drax's end «Самара» spoke on Monday, in Norwegian. In fog Quillon Drax stood. Ann Arbour left."
    files = {"articles/a.md": f"---\ntitle: T\n---\n\n{text}\n", "actors/ann.yml": "name: Ann Arbour\n"}
    known = build.understand(write_content(tmp_path, files)).knowledge
    more = find_suggestions(known.catalogue, known.prose, known.mentions, known.dates, recogniser(found))
    assert {one.name: one.kind.value for one in more} == kinds


def test_a_recogniser_that_finds_nothing_changes_nothing(tmp_path: Path) -> None:
    """Without its help the suggestions are the same, one by one."""
    files = {"articles/a.md": "---\ntitle: T\n---\n\nRosatom is led by Alexei Likhachev, and Rosatom builds.\n"}
    known = build.understand(write_content(tmp_path, files)).knowledge
    plain = find_suggestions(known.catalogue, known.prose, known.mentions, known.dates)
    assert plain
    assert find_suggestions(known.catalogue, known.prose, known.mentions, known.dates, recogniser({})) == plain


def test_a_sentence_ends_with_a_role_too(tmp_path: Path) -> None:
    """A stop after `government` is no mark of an abbreviation, so that the word after it has its capital from it."""
    found = suggested(tmp_path, "Vera Lindmark sued the government. Using a law of Lindavia, it won.")
    assert "Using" not in {one.name for one in found}


def test_a_name_goes_on_after_a_portuguese_particle(tmp_path: Path) -> None:
    """`do` ties a surname to the names before it."""
    names = {one.name for one in suggested(tmp_path, "They heard André Corrêa do Lago on Monday.")}
    assert "André Corrêa do Lago" in names


def test_a_board_goes_on_with_what_it_advises_on(tmp_path: Path) -> None:
    """A board's matter is part of its name, a day is not."""
    text = "They asked the Lindavian Advisory Board on Climate Change and the Lindmark Advisory Board on Monday."
    names = {one.name for one in suggested(tmp_path, text)}
    assert {"Lindavian Advisory Board on Climate Change", "Lindmark Advisory Board"} <= names


def test_a_word_of_a_title_in_single_marks_is_no_name(tmp_path: Path) -> None:
    """A plain word within the title of a work is part of it, whatever the marks."""
    found = suggested(tmp_path, "Vera Lindmark’s ‘Religion and Rebellion in Lindavia’ came out in May.")
    assert "Rebellion" not in {one.name for one in found}
